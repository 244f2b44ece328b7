package io.crmkit.proposals.proposal;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.NodePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a command, so that all of it is told at once. For one thread. */
final class Faults {

  static final int MAX_TITLE = 200;
  static final int MAX_TEXT = 1_000_000;

  private static final int MAX_CAPTION = 500;
  private static final int MAX_ACTOR = 128;
  private static final int MAX_TAG = 35;
  private static final int MAX_COLUMNS = 60;

  private final List<Fault> faults = new ArrayList<>();

  /**
   * @throws InvalidInput if there are faults
   */
  void orThrow() {
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
  }

  private Faults fault(String path, String problem) {
    faults.add(new Fault(path, problem));
    return this;
  }

  Faults title(String path, String title) {
    if (title.isBlank() || title.length() > MAX_TITLE) {
      fault(path, "must have 1 to " + MAX_TITLE + " characters");
    }
    if (title.chars().anyMatch(Character::isISOControl) || !isWritable(title)) {
      fault(path, "must not contain line breaks or control characters");
    }
    return this;
  }

  Faults heading(NodeHeading heading) {
    return title("heading.title", heading.title());
  }

  Faults plan(NodePlan plan) {
    String owner = plan.owner();
    if (owner != null && (owner.isBlank() || owner.length() > MAX_ACTOR)) {
      fault("plan.owner", "must have 1 to " + MAX_ACTOR + " characters");
    }
    return this;
  }

  Faults language(@Nullable Locale language) {
    if (language != null
        && (language.getLanguage().isEmpty() || language.toLanguageTag().length() > MAX_TAG)) {
      fault("language", "must be a language such as en or zh-CN");
    }
    return this;
  }

  Faults content(NodeContent content) {
    if (content instanceof NodeContent.Picture picture) {
      return text("content.caption", picture.caption(), MAX_CAPTION);
    }
    if (content instanceof NodeContent.PlainText text) {
      return text("content.text", text.text(), MAX_TEXT);
    }
    if (content instanceof NodeContent.Markdown text) {
      return text("content.text", text.text(), MAX_TEXT);
    }
    if (content instanceof NodeContent.Html text) {
      return text("content.text", text.text(), MAX_TEXT);
    }
    return content instanceof NodeContent.Table table ? table(table) : this;
  }

  private Faults table(NodeContent.Table table) {
    List<List<String>> rows = table.rows();
    int columns = rows.isEmpty() ? 0 : rows.get(0).size();
    if (columns < 1 || columns > MAX_COLUMNS) {
      return fault("content.rows", "must have 1 to " + MAX_COLUMNS + " cells each");
    }
    if (table.headerRows() < 0 || table.headerRows() > rows.size()) {
      fault("content.headerRows", "must be 0 to the number of rows");
    }
    long characters = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).size() != columns) {
        fault("content.rows[" + row + "]", "must have as many cells as the first row");
      }
      for (int cell = 0; cell < rows.get(row).size(); cell++) {
        characters += rows.get(row).get(cell).length();
        text("content.rows[" + row + "][" + cell + "]", rows.get(row).get(cell), MAX_TEXT);
      }
    }
    return characters > MAX_TEXT
        ? fault("content.rows", "must have at most " + MAX_TEXT + " characters together")
        : this;
  }

  private Faults text(String path, String text, int limit) {
    if (text.length() > limit) {
      fault(path, "must have at most " + limit + " characters");
    }
    return isWritable(text) ? this : fault(path, "must not contain control characters");
  }

  /** Whether XML, and so a Word file, can hold the text. */
  private static boolean isWritable(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= ' ' && c < Character.MIN_SURROGATE)
                    || (c > Character.MAX_SURROGATE && c != 0xFFFE && c != 0xFFFF));
  }
}

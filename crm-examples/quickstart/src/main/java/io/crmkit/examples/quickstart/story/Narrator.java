package io.crmkit.examples.quickstart.story;

import io.crmkit.api.error.Reason;
import io.crmkit.api.value.Label;
import java.util.List;
import java.util.function.Consumer;

/** The voice of the story: short lines in the reader's language. Not thread-safe. */
public final class Narrator {

  private final Formats formats;
  private final Consumer<String> out;

  /**
   * @param formats the reader's language
   * @param out takes each line
   */
  public Narrator(Formats formats, Consumer<String> out) {
    this.formats = formats;
    this.out = out;
  }

  public Formats formats() {
    return formats;
  }

  /** The heading of a step. */
  public void title(int number, Label title) {
    out.accept("");
    out.accept(number + ". " + title.in(formats.language()));
  }

  /** A sentence; {@code {0}}, {@code {1}} and so on stand for the values. */
  public void say(String english, String chinese, Object... values) {
    out.accept("   " + formats.fill(new Label(english, chinese), values));
  }

  /** A line below a sentence. */
  public void item(String english, String chinese, Object... values) {
    out.accept("     - " + formats.fill(new Label(english, chinese), values));
  }

  /** A line below a sentence that is the same in both languages. */
  public void item(String text) {
    out.accept("     - " + text);
  }

  /** A line of a table. */
  public void row(String text) {
    out.accept("     " + text);
  }

  /** Something was refused; every reason is told. */
  public void refused(List<Reason> reasons) {
    for (Reason reason : reasons) {
      out.accept(
          "     x " + reason.message(formats.language()) + "  [" + reason.code().code() + "]");
    }
  }
}

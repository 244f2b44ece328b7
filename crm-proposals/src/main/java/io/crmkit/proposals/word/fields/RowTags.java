package io.crmkit.proposals.word.fields;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.RunText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tags that rule over table rows. Stateless. */
final class RowTags {

  private RowTags() {}

  /** The only tag of a row that holds nothing else. */
  static @Nullable Tag only(Element row) {
    StringBuilder text = new StringBuilder();
    for (Element p : row.find("p")) {
      text.append(ParagraphTags.text(p)).append(' ');
      if (text.length() > 400) {
        return null;
      }
    }
    return ParagraphTags.only(text.toString());
  }

  /**
   * A row whose first paragraph begins with an opening tag that the last one closes becomes a row
   * with the opening tag, the row, and a row with the closing tag. Any other row stays.
   */
  static List<Element> split(Element row) {
    List<Element> paragraphs = row.find("p");
    paragraphs.removeIf(p -> ParagraphTags.text(p).isBlank());
    if (paragraphs.size() < 2) {
      return List.of(row);
    }
    Element first = paragraphs.get(0);
    Element last = paragraphs.get(paragraphs.size() - 1);
    Tag opening = leading(ParagraphTags.text(first));
    Tag closing = trailing(ParagraphTags.text(last));
    if (opening == null
        || closing == null
        || !opening.opens()
        || !opening.isClosedBy(closing)
        || closes(first, closing)) {
      return List.of(row);
    }
    Element before = pseudoRow(first, opening);
    Element after = pseudoRow(last, closing);
    strip(first, true);
    strip(last, false);
    return List.of(before, row, after);
  }

  private static boolean closes(Element first, Tag closing) {
    return ParagraphTags.text(first).contains("{{" + closing.written());
  }

  private static @Nullable Tag leading(String text) {
    String trimmed = text.strip();
    int end = trimmed.indexOf("}}");
    return trimmed.startsWith("{{") && end > 0
        ? ParagraphTags.only(trimmed.substring(0, end + 2))
        : null;
  }

  private static @Nullable Tag trailing(String text) {
    String trimmed = text.strip();
    int start = trimmed.lastIndexOf("{{");
    return start >= 0 ? ParagraphTags.only(trimmed.substring(start)) : null;
  }

  private static Element pseudoRow(Element like, Tag tag) {
    Element p = Element.word("p", Element.word("r", RunText.element("{{" + tag.written() + "}}")));
    like.attributes().forEach(p::set);
    return Element.word("tr", Element.word("tc", p));
  }

  /** Takes the first or last tag out of a paragraph and leaves the others as text. */
  private static void strip(Element paragraph, boolean leading) {
    Map<Element, Tag> tags = ParagraphTags.isolate(paragraph);
    List<Element> runs = paragraph.find("r");
    runs.removeIf(r -> !tags.containsKey(r));
    for (int i = 0; i < runs.size(); i++) {
      Element run = runs.get(i);
      Tag tag = tags.get(run);
      if (i == (leading ? 0 : runs.size() - 1)) {
        run.detach();
      } else if (tag != null) {
        run.add(RunText.element("{{" + tag.written() + "}}"));
      }
    }
  }
}

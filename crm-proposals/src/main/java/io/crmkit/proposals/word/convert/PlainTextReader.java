package io.crmkit.proposals.word.convert;

import io.crmkit.api.document.content.Block;
import io.crmkit.api.document.content.Paragraph;
import io.crmkit.proposals.word.xml.RunText;
import java.util.ArrayList;
import java.util.List;

/** Reads plain text: empty lines part paragraphs, single line breaks stay. Stateless. */
public final class PlainTextReader {

  private PlainTextReader() {}

  /** The paragraphs of the text. */
  public static List<Block> read(String text) {
    List<Block> result = new ArrayList<>();
    for (String paragraph : RunText.clean(text).split("\n[ \t]*\n+", -1)) {
      String trimmed = paragraph.replaceAll("^\n+|\n+$", "");
      if (!trimmed.isBlank()) {
        result.add(Paragraph.of(trimmed));
      }
    }
    return result;
  }
}

package io.crmkit.proposals.word.toc;

import io.crmkit.proposals.word.numbering.ListCounter;
import io.crmkit.proposals.word.numbering.NumberingBook;
import io.crmkit.proposals.word.styles.StyleBook;
import io.crmkit.proposals.word.xml.Element;
import java.util.ArrayList;
import java.util.List;

/** Finds the paragraphs of a document that a table of contents may list. Stateless. */
final class HeadingScanner {

  /**
   * A paragraph that may be listed.
   *
   * @param paragraph the paragraph
   * @param styleName English lower-case name of its style
   * @param builtInLevel level of the built-in heading style, 0 if it has another style
   * @param outlineLevel outline level 1 to 9 of the paragraph or its style, 0 for body text
   * @param number its number in a list, empty without one
   * @param text its text
   */
  record Found(
      Element paragraph,
      String styleName,
      int builtInLevel,
      int outlineLevel,
      String number,
      String text) {}

  private HeadingScanner() {}

  static List<Found> scan(Element body, StyleBook styles, NumberingBook lists) {
    ListCounter counter = new ListCounter(lists, styles);
    List<Found> result = new ArrayList<>();
    body.walk(
        e -> {
          if (!e.isW("p") || e.within("txbxContent")) {
            return;
          }
          String number = counter.next(e);
          Element properties = e.child("pPr");
          String style = properties == null ? null : properties.childVal("pStyle");
          String name = styles.nameOf(style);
          if (name.matches("toc [1-9]|toc heading")) {
            return;
          }
          int builtIn = name.matches("heading [1-9]") ? name.charAt(8) - '0' : 0;
          Element own = properties == null ? null : properties.child("outlineLvl");
          Element level = own == null ? styles.inherited(style, "pPr", "outlineLvl") : own;
          int outline = level == null ? 0 : outline(level.w("val", "9"));
          boolean candidate = builtIn > 0 || outline > 0 || style != null;
          String text = candidate ? text(e) : "";
          if (!text.isBlank()) {
            result.add(new Found(e, name, builtIn, outline, number, text));
          }
        });
    return result;
  }

  private static int outline(String value) {
    return value.matches("[0-8]") ? value.charAt(0) - '0' + 1 : 0;
  }

  /** What a reader sees of a paragraph, on one line. */
  static String text(Element paragraph) {
    StringBuilder result = new StringBuilder();
    collect(paragraph, result, new int[1]);
    return result.toString().replaceAll("\\s+", " ").strip();
  }

  private static void collect(Element parent, StringBuilder out, int[] instruction) {
    for (Element e : parent.elements()) {
      switch (e.local()) {
        case "t" -> {
          if (parent.isW("r") && instruction[0] == 0) {
            out.append(e.text());
          }
        }
        case "tab", "br", "cr" -> out.append(parent.isW("r") ? " " : "");
        case "noBreakHyphen" -> out.append('-');
        case "fldChar" -> {
          String type = e.w("fldCharType", "");
          if (type.equals("begin")) {
            instruction[0]++;
          } else if (type.equals("separate")) {
            instruction[0] = Math.max(0, instruction[0] - 1);
          }
        }
        case "drawing", "pict", "object", "pPr", "rPr", "AlternateContent", "del", "moveFrom" -> {
          // not text, or text that is going away
        }
        default -> collect(e, out, instruction);
      }
    }
  }
}

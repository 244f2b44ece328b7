package io.crmkit.proposals.word.styles;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.util.Locale;

/**
 * Plain definitions of the built-in styles that generated content uses, for masters that lack them.
 * They set sizes and spacing but no fonts, so that they take on the look of their document.
 */
public final class BuiltInStyles {

  private static final int[] HEADING_SIZES = {32, 28, 24, 22, 22, 21, 21, 20, 20};
  private static final String ACCENT = "1F3864";

  private BuiltInStyles() {}

  /**
   * The definition; {@code basedOn} and {@code next} hold names, not ids.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Element definition(String type, String name) {
    return switch (type) {
      case "paragraph" -> paragraph(name);
      case "character" -> character(name);
      case "table" -> table(name);
      default -> throw new IllegalArgumentException("No definition of " + type + " " + name);
    };
  }

  private static Element paragraph(String name) {
    if (name.matches("heading [1-9]")) {
      return heading(name.charAt(8) - '0');
    }
    if (name.matches("toc [1-9]")) {
      return toc(name.charAt(4) - '0');
    }
    return switch (name) {
      case "normal" -> style("paragraph", "Normal", "Normal", "").with("default", "1");
      case "title" ->
          withRun(spaced(style("paragraph", "Title", "Title", "normal"), 0, 240), 52, true, ACCENT);
      case "subtitle" ->
          withRun(
              spaced(style("paragraph", "Subtitle", "Subtitle", "normal"), 0, 480),
              28,
              false,
              "595959");
      case "toc heading" ->
          withRun(
              spaced(style("paragraph", "TOCHeading", "TOC Heading", "normal"), 240, 120),
              32,
              true,
              ACCENT);
      case "list paragraph" -> {
        Element s = style("paragraph", "ListParagraph", "List Paragraph", "normal");
        pPr(s, Element.word("ind").with("left", "720"));
        pPr(s, Element.word("contextualSpacing"));
        yield s;
      }
      case "caption" ->
          withRun(
              spaced(style("paragraph", "Caption", "caption", "normal"), 60, 200),
              18,
              false,
              "44546A");
      case "quote" -> {
        Element s = spaced(style("paragraph", "Quote", "Quote", "normal"), 120, 120);
        pPr(s, Element.word("ind").with("left", "567").with("right", "567"));
        pPr(
            s,
            Element.word(
                "pBdr",
                Element.word("left")
                    .with("val", "single")
                    .with("sz", "18")
                    .with("space", "8")
                    .with("color", "BFBFBF")));
        rPr(s, Element.word("i"));
        yield s;
      }
      case "html preformatted" -> {
        Element s =
            spaced(style("paragraph", "HTMLPreformatted", "HTML Preformatted", "normal"), 60, 60);
        pPr(s, shade());
        rPr(s, mono());
        rPr(s, Element.wVal("sz", "18"));
        yield s;
      }
      case "header", "footer" -> {
        String id = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        yield withRun(style("paragraph", id, name, "normal"), 18, false, "595959");
      }
      case "footnote text", "endnote text" -> {
        String id = name.startsWith("foot") ? "FootnoteText" : "EndnoteText";
        yield withRun(style("paragraph", id, name, "normal"), 20, false, "");
      }
      default -> throw new IllegalArgumentException("No definition of paragraph style " + name);
    };
  }

  private static Element heading(int level) {
    Element s = style("paragraph", "Heading" + level, "heading " + level, "normal");
    SchemaOrder.put(s, Element.wVal("next", "normal"));
    pPr(s, Element.word("keepNext"));
    pPr(s, Element.word("keepLines"));
    spaced(s, level == 1 ? 360 : 240, 120);
    pPr(s, Element.wVal("outlineLvl", "" + (level - 1)));
    SchemaOrder.put(s, Element.word("qFormat"));
    return withRun(s, HEADING_SIZES[level - 1], true, ACCENT);
  }

  private static Element toc(int level) {
    Element s = spaced(style("paragraph", "TOC" + level, "toc " + level, "normal"), 0, 60);
    pPr(s, Element.word("ind").with("left", "" + 220 * (level - 1)));
    SchemaOrder.put(s, Element.wVal("uiPriority", "39"));
    return s;
  }

  private static Element character(String name) {
    return switch (name) {
      case "hyperlink" -> {
        Element s = style("character", "Hyperlink", "Hyperlink", "");
        rPr(s, Element.wVal("color", "0563C1"));
        rPr(s, Element.wVal("u", "single"));
        yield s;
      }
      case "html code" -> {
        Element s = style("character", "HTMLCode", "HTML Code", "");
        rPr(s, mono());
        yield s;
      }
      case "footnote reference", "endnote reference" -> {
        String id = name.startsWith("foot") ? "FootnoteReference" : "EndnoteReference";
        Element s = style("character", id, name, "");
        rPr(s, Element.wVal("vertAlign", "superscript"));
        yield s;
      }
      default -> throw new IllegalArgumentException("No definition of character style " + name);
    };
  }

  private static Element table(String name) {
    if (name.equals("normal table")) {
      Element s = style("table", "TableNormal", "Normal Table", "").with("default", "1");
      s.add(Element.word("tblPr", margins()));
      return s;
    }
    if (!name.equals("table grid")) {
      throw new IllegalArgumentException("No definition of table style " + name);
    }
    Element s = style("table", "TableGrid", "Table Grid", "normal table");
    Element borders = Element.word("tblBorders");
    for (String side : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
      borders.add(
          Element.word(side)
              .with("val", "single")
              .with("sz", "4")
              .with("space", "0")
              .with("color", "auto"));
    }
    s.add(Element.word("pPr", Element.word("spacing").with("after", "0")));
    s.add(Element.word("tblPr", borders));
    return s;
  }

  private static Element margins() {
    Element margins = Element.word("tblCellMar");
    margins.add(Element.word("top").with("w", "0").with("type", "dxa"));
    margins.add(Element.word("left").with("w", "108").with("type", "dxa"));
    margins.add(Element.word("bottom").with("w", "0").with("type", "dxa"));
    margins.add(Element.word("right").with("w", "108").with("type", "dxa"));
    return margins;
  }

  private static Element style(String type, String id, String name, String basedOn) {
    Element s = Element.word("style").with("type", type).with("styleId", id);
    s.add(Element.wVal("name", name));
    if (!basedOn.isEmpty()) {
      s.add(Element.wVal("basedOn", basedOn));
    }
    return s;
  }

  private static Element spaced(Element style, int before, int after) {
    pPr(style, Element.word("spacing").with("before", "" + before).with("after", "" + after));
    return style;
  }

  private static Element withRun(Element style, int size, boolean bold, String color) {
    if (bold) {
      rPr(style, Element.word("b"));
      rPr(style, Element.word("bCs"));
    }
    if (!color.isEmpty()) {
      rPr(style, Element.wVal("color", color));
    }
    rPr(style, Element.wVal("sz", "" + size));
    rPr(style, Element.wVal("szCs", "" + size));
    return style;
  }

  private static Element mono() {
    return Element.word("rFonts")
        .with("ascii", "Consolas")
        .with("hAnsi", "Consolas")
        .with("cs", "Courier New");
  }

  private static Element shade() {
    return Element.word("shd").with("val", "clear").with("color", "auto").with("fill", "F2F2F2");
  }

  private static void pPr(Element style, Element property) {
    SchemaOrder.put(part(style, "pPr"), property);
  }

  private static void rPr(Element style, Element property) {
    SchemaOrder.put(part(style, "rPr"), property);
  }

  private static Element part(Element style, String name) {
    Element found = style.child(name);
    return found == null ? SchemaOrder.put(style, Element.word(name)) : found;
  }
}

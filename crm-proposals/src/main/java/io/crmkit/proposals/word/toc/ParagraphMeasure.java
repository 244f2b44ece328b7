package io.crmkit.proposals.word.toc;

import io.crmkit.proposals.word.styles.StyleBook;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import org.jspecify.annotations.Nullable;

/** Measures paragraphs roughly, in twentieths of a point. Stateless but for the styles. */
final class ParagraphMeasure {

  private static final double LINE = 1.22;
  private static final double LETTER = 0.5;
  private static final int EMU_PER_TWIP = 635;

  /**
   * How much room a paragraph takes.
   *
   * @param total height with the space around
   * @param line height of one line
   * @param pageBreakBefore whether it begins on a new page
   * @param keepWithNext whether it stays with what follows
   * @param pageBreaks number of page breaks inside
   */
  record Size(
      double total, double line, boolean pageBreakBefore, boolean keepWithNext, int pageBreaks) {}

  private final StyleBook styles;
  private final @Nullable Element defaultStyle;

  ParagraphMeasure(StyleBook styles) {
    this.styles = styles;
    this.defaultStyle = styles.defaultStyle("paragraph");
  }

  Size of(Element p, int width) {
    Element pPr = p.child("pPr");
    String given = pPr == null ? null : pPr.childVal("pStyle");
    String style = given == null && defaultStyle != null ? defaultStyle.w("styleId") : given;
    double font = fontSize(p, style);
    double factor = LINE * lineFactor(pPr, style);
    double line = font * 20 * factor;
    Content content = new Content();
    read(p, content);
    double letters = content.width * font * 20;
    int indent = spacing(pPr, style, "ind", "left") + spacing(pPr, style, "ind", "right");
    double room = Math.max(300, width - indent);
    double lines = Math.max(1, Math.ceil(letters / room)) + content.lineBreaks;
    double height = Math.max(lines * line, content.pictures > 0 ? content.pictures : 0);
    double around =
        spacing(pPr, style, "spacing", "before") + spacing(pPr, style, "spacing", "after");
    return new Size(
        height + around,
        line,
        flag(pPr, style, "pageBreakBefore"),
        flag(pPr, style, "keepNext"),
        content.pageBreaks);
  }

  private double fontSize(Element p, @Nullable String style) {
    for (Element run : p.elements("r")) {
      Element rPr = run.child("rPr");
      String own = rPr == null ? null : rPr.childVal("sz");
      if (own != null) {
        return half(own);
      }
      break;
    }
    Element styled = styles.inherited(style, "rPr", "sz");
    if (styled == null) {
      styled = documentDefault("rPrDefault", "rPr", "sz");
    }
    return styled == null ? 10 : half(styled.w("val", "20"));
  }

  private double lineFactor(@Nullable Element pPr, @Nullable String style) {
    int line = spacing(pPr, style, "spacing", "line");
    return line >= 200 && line <= 720 ? line / 240.0 : 1.0;
  }

  private int spacing(
      @Nullable Element pPr, @Nullable String style, String property, String attribute) {
    Element own = pPr == null ? null : pPr.child(property);
    String value = own == null ? null : own.w(attribute);
    if (value == null) {
      Element styled = styles.inherited(style, "pPr", property);
      value = styled == null ? null : styled.w(attribute);
    }
    if (value == null) {
      Element defaults = documentDefault("pPrDefault", "pPr", property);
      value = defaults == null ? null : defaults.w(attribute);
    }
    return value != null && value.matches("-?\\d{1,6}") ? Integer.parseInt(value) : 0;
  }

  private @Nullable Element documentDefault(String holder, String properties, String name) {
    Element defaults = styles.tree().child("docDefaults");
    Element outer = defaults == null ? null : defaults.child(holder);
    Element inner = outer == null ? null : outer.child(properties);
    return inner == null ? null : inner.child(name);
  }

  private boolean flag(@Nullable Element pPr, @Nullable String style, String name) {
    Element own = pPr == null ? null : pPr.child(name);
    Element found = own == null ? styles.inherited(style, "pPr", name) : own;
    return found != null && !found.w("val", "1").matches("0|false|off");
  }

  private static double half(String size) {
    return size.matches("\\d{1,4}") ? Integer.parseInt(size) / 2.0 : 10;
  }

  /** What a paragraph holds; widths in units of the font's size. */
  private static final class Content {
    private double width;
    private int lineBreaks;
    private int pageBreaks;
    private double pictures;
  }

  private static void read(Element parent, Content content) {
    for (Element e : parent.elements()) {
      switch (e.local()) {
        case "t" -> content.width += textWidth(e.text());
        case "tab" -> content.width += 2;
        case "br" -> {
          if (e.w("type", "").equals("page")) {
            content.pageBreaks++;
          } else {
            content.lineBreaks++;
          }
        }
        case "inline" -> {
          Element extent = e.child(Ns.WP, "extent");
          String height = extent == null ? null : extent.attr("", "cy");
          if (height != null && height.matches("\\d{1,9}")) {
            content.pictures =
                Math.max(content.pictures, Long.parseLong(height) / (double) EMU_PER_TWIP);
          }
        }
        case "pPr", "rPr", "instrText", "txbxContent", "Fallback", "anchor" -> {
          // no text that flows here
        }
        default -> read(e, content);
      }
    }
  }

  private static double textWidth(String text) {
    return text.codePoints().mapToDouble(c -> c >= 0x2E80 ? 1.0 : LETTER).sum();
  }
}

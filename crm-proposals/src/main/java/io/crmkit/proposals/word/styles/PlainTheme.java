package io.crmkit.proposals.word.styles;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;

/**
 * A theme for documents that have none. Charts and diagrams take their colours from the theme, and
 * some programs draw them black without one. Stateless.
 */
public final class PlainTheme {

  /** Content type of a theme part. */
  public static final String CONTENT_TYPE =
      "application/vnd.openxmlformats-officedocument.theme+xml";

  private static final String[][] COLORS = {
    {"dk1", "000000"},
    {"lt1", "FFFFFF"},
    {"dk2", "1F3864"},
    {"lt2", "E7E6E6"},
    {"accent1", "2F5597"},
    {"accent2", "C55A11"},
    {"accent3", "7F7F7F"},
    {"accent4", "BF9000"},
    {"accent5", "2E75B6"},
    {"accent6", "548235"},
    {"hlink", "0563C1"},
    {"folHlink", "954F72"}
  };
  private static final int[] LINES = {6350, 12700, 19050};

  private PlainTheme() {}

  /** The tree of a theme part. */
  public static Element tree() {
    Element elements = a("themeElements");
    Element colors = a("clrScheme").plain("name", "Plain");
    for (String[] color : COLORS) {
      colors.add(a(color[0]).add(a("srgbClr").plain("val", color[1])));
    }
    elements.add(colors);
    Element fonts = a("fontScheme").plain("name", "Plain");
    for (String kind : new String[] {"majorFont", "minorFont"}) {
      fonts.add(
          a(kind)
              .add(a("latin").plain("typeface", "Calibri"))
              .add(a("ea").plain("typeface", ""))
              .add(a("cs").plain("typeface", "")));
    }
    elements.add(fonts);
    elements.add(formats());
    return a("theme").plain("name", "Plain").add(elements);
  }

  private static Element formats() {
    // the schema wants three of each: subtle, moderate, intense
    Element fills = a("fillStyleLst");
    Element lines = a("lnStyleLst");
    Element effects = a("effectStyleLst");
    Element backgrounds = a("bgFillStyleLst");
    for (int width : LINES) {
      fills.add(placeholder());
      lines.add(a("ln").plain("w", "" + width).add(placeholder()));
      effects.add(a("effectStyle").add(a("effectLst")));
      backgrounds.add(placeholder());
    }
    return a("fmtScheme")
        .plain("name", "Plain")
        .add(fills)
        .add(lines)
        .add(effects)
        .add(backgrounds);
  }

  private static Element placeholder() {
    return a("solidFill").add(a("schemeClr").plain("val", "phClr"));
  }

  private static Element a(String local) {
    return Element.of(Ns.A, local);
  }
}

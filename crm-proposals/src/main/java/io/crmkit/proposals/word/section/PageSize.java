package io.crmkit.proposals.word.section;

import io.crmkit.proposals.word.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The room for text on a page, in twentieths of a point.
 *
 * @param textWidth width between the margins, of one column
 * @param textHeight height between the margins
 */
public record PageSize(int textWidth, int textHeight) {

  private static final int LEAST = 1440;

  /**
   * The room that section properties leave; that of A4 with usual margins where they say nothing.
   */
  public static PageSize of(@Nullable Element sectPr) {
    Element size = sectPr == null ? null : sectPr.child("pgSz");
    Element margins = sectPr == null ? null : sectPr.child("pgMar");
    int width = attr(size, "w", 11906);
    int height = attr(size, "h", 16838);
    int textWidth =
        width
            - attr(margins, "left", 1440)
            - attr(margins, "right", 1440)
            - attr(margins, "gutter", 0);
    int textHeight =
        height - Math.abs(attr(margins, "top", 1440)) - Math.abs(attr(margins, "bottom", 1440));
    Element columns = sectPr == null ? null : sectPr.child("cols");
    int count = Math.max(1, attr(columns, "num", 1));
    int column = (textWidth - (count - 1) * attr(columns, "space", 720)) / count;
    return new PageSize(Math.max(LEAST, column), Math.max(LEAST, textHeight));
  }

  /** Whether the page is wider than high. */
  public static boolean isLandscape(@Nullable Element sectPr) {
    Element size = sectPr == null ? null : sectPr.child("pgSz");
    return attr(size, "w", 11906) > attr(size, "h", 16838);
  }

  /** How many columns the text runs in. */
  public static int columns(@Nullable Element sectPr) {
    Element columns = sectPr == null ? null : sectPr.child("cols");
    return Math.max(1, attr(columns, "num", 1));
  }

  private static int attr(@Nullable Element e, String name, int fallback) {
    String value = e == null ? null : e.w(name);
    if (value == null) {
      return fallback;
    }
    try {
      return (int) Math.round(Double.parseDouble(value));
    } catch (NumberFormatException x) {
      return fallback;
    }
  }
}

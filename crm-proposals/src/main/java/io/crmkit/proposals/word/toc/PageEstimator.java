package io.crmkit.proposals.word.toc;

import io.crmkit.proposals.word.numbering.NumberFormats;
import io.crmkit.proposals.word.section.PageSize;
import io.crmkit.proposals.word.styles.StyleBook;
import io.crmkit.proposals.word.xml.Element;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Estimates on which page each paragraph stands, by measuring text roughly. Not thread-safe. */
final class PageEstimator {

  /**
   * A page.
   *
   * @param number its number
   * @param shown the number as the page itself prints it
   */
  record Page(int number, String shown) {}

  private final ParagraphMeasure measure;
  private final Map<Element, Page> pages = new IdentityHashMap<>();
  private PageSize size = PageSize.of(null);
  private int number = 1;
  private String format = "decimal";
  private double y;

  PageEstimator(StyleBook styles) {
    this.measure = new ParagraphMeasure(styles);
  }

  Map<Element, Page> estimate(Element body) {
    List<Element> blocks = new ArrayList<>();
    boolean first = true;
    for (Element e : body.elements()) {
      if (e.isW("sectPr")) {
        section(blocks, e, first);
        blocks = new ArrayList<>();
        continue;
      }
      blocks.add(e);
      List<Element> ends = e.find("sectPr");
      if (!ends.isEmpty()) {
        section(blocks, ends.get(0), first);
        blocks = new ArrayList<>();
        first = false;
      }
    }
    if (!blocks.isEmpty()) {
      section(blocks, Element.word("sectPr"), first);
    }
    return pages;
  }

  private void section(List<Element> blocks, Element sectPr, boolean first) {
    String type = sectPr.childVal("type");
    Element numbers = sectPr.child("pgNumType");
    String start = numbers == null ? null : numbers.w("start");
    String shown = numbers == null ? null : numbers.w("fmt");
    size = PageSize.of(sectPr);
    format = shown == null ? "decimal" : shown;
    if (!first && !"continuous".equals(type)) {
      newPage();
      boolean odd = number % 2 == 1;
      if ("oddPage".equals(type) && !odd || "evenPage".equals(type) && odd) {
        number++;
      }
    }
    if (start != null && start.matches("\\d{1,6}")) {
      number = Integer.parseInt(start);
    }
    int columns = PageSize.columns(sectPr);
    if (columns > 1) {
      // columns are filled one after the other: as good as a page that is so much higher
      size = new PageSize(size.textWidth(), size.textHeight() * columns);
    }
    blocks.forEach(this::block);
  }

  private void block(Element e) {
    switch (e.local()) {
      case "p" -> paragraph(e);
      case "tbl" -> table(e);
      default -> e.elements().forEach(this::block);
    }
  }

  private void paragraph(Element p) {
    ParagraphMeasure.Size height = measure.of(p, size.textWidth());
    if (height.pageBreakBefore() && y > 0) {
      newPage();
    }
    double needed = height.keepWithNext() ? height.total() + 2 * height.line() : height.line();
    if (y > 0 && y + needed > size.textHeight()) {
      newPage();
    }
    mark(p);
    y += height.total();
    while (y > size.textHeight()) {
      double rest = y - size.textHeight();
      newPage();
      y = Math.min(rest, height.total());
      if (height.total() > 50.0 * size.textHeight()) {
        return;
      }
    }
    for (int i = 0; i < height.pageBreaks(); i++) {
      newPage();
    }
  }

  private void table(Element tbl) {
    for (Element row : tbl.find("tr")) {
      double height = 0;
      for (Element cell : row.elements("tc")) {
        height = Math.max(height, cellHeight(cell));
      }
      if (y > 0 && y + height > size.textHeight()) {
        newPage();
      }
      row.find("p").forEach(this::mark);
      y = Math.min(y + height, size.textHeight());
    }
  }

  private double cellHeight(Element cell) {
    Element properties = cell.child("tcPr");
    Element width = properties == null ? null : properties.child("tcW");
    String given = width == null ? null : width.w("w");
    boolean exact = width != null && "dxa".equals(width.w("type", "dxa"));
    int room =
        exact && given != null && given.matches("\\d{2,5}")
            ? Math.max(300, Integer.parseInt(given) - 216)
            : size.textWidth() / 3;
    double total = 0;
    for (Element p : cell.find("p")) {
      total += measure.of(p, room).total();
    }
    return total;
  }

  private void mark(Element p) {
    pages.put(p, new Page(number, NumberFormats.format(format, number)));
  }

  private void newPage() {
    number++;
    y = 0;
  }
}

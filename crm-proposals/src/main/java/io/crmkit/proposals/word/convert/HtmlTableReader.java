package io.crmkit.proposals.word.convert;

import io.crmkit.api.document.content.Alignment;
import io.crmkit.api.document.content.Block;
import io.crmkit.api.document.content.BulletList;
import io.crmkit.api.document.content.CodeBlock;
import io.crmkit.api.document.content.Emphasis;
import io.crmkit.api.document.content.Heading;
import io.crmkit.api.document.content.ListItem;
import io.crmkit.api.document.content.NumberedList;
import io.crmkit.api.document.content.Paragraph;
import io.crmkit.api.document.content.Quotation;
import io.crmkit.api.document.content.Run;
import io.crmkit.api.document.content.Table;
import io.crmkit.proposals.word.copy.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Reads a table of HTML; what cells hold beyond text is flattened to lines of text. */
final class HtmlTableReader {

  private static final int MAX_COLUMNS = 60;

  private final Notices notices;
  private final int depth;

  HtmlTableReader(Notices notices, int depth) {
    this.notices = notices;
    this.depth = depth;
  }

  Optional<Table> read(Element table) {
    List<Element> rows = new ArrayList<>();
    collect(table, rows);
    int columns = 0;
    for (Element row : rows) {
      columns = Math.max(columns, width(row));
    }
    if (columns == 0) {
      return Optional.empty();
    }
    columns = Math.min(columns, MAX_COLUMNS);
    boolean header = isHeader(rows.get(0)) && width(rows.get(0)) <= columns;
    List<Table.Column> heads = heads(rows, columns, header);
    List<Table.Row> body = new ArrayList<>();
    for (Element row : rows.subList(header ? 1 : 0, rows.size())) {
      body.add(row(row, columns));
    }
    return Optional.of(new Table(ColumnWidths.fit(heads, body), body));
  }

  private static void collect(Element parent, List<Element> rows) {
    for (Element child : parent.children()) {
      switch (child.normalName()) {
        case "tr" -> rows.add(child);
        case "thead", "tbody", "tfoot" -> collect(child, rows);
        default -> {
          // captions and column groups carry no rows
        }
      }
    }
  }

  private static List<Element> cells(Element row) {
    List<Element> result = new ArrayList<>();
    for (Element child : row.children()) {
      if (child.normalName().equals("td") || child.normalName().equals("th")) {
        result.add(child);
      }
    }
    return result;
  }

  private static int width(Element row) {
    return cells(row).stream().mapToInt(HtmlTableReader::span).sum();
  }

  private static int span(Element cell) {
    try {
      return Math.max(1, Math.min(MAX_COLUMNS, Integer.parseInt(cell.attr("colspan"))));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private static boolean isHeader(Element row) {
    List<Element> cells = cells(row);
    return !cells.isEmpty()
        && cells.stream().allMatch(c -> c.normalName().equals("th") && span(c) == 1);
  }

  private List<Table.Column> heads(List<Element> rows, int columns, boolean header) {
    List<Element> first = header ? cells(rows.get(0)) : List.of();
    List<Table.Column> result = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String text = i < first.size() ? first.get(i).text() : "";
      result.add(new Table.Column(text, alignment(rows, i), 1));
    }
    return result;
  }

  /**
   * A column is aligned as its last cell is: headers are often centred over right-aligned cells.
   */
  private static Alignment alignment(List<Element> rows, int column) {
    List<Element> cells = cells(rows.get(rows.size() - 1));
    if (column >= cells.size()) {
      return Alignment.START;
    }
    Element cell = cells.get(column);
    String style = (cell.attr("style") + ";" + cell.attr("align")).toLowerCase(Locale.ROOT);
    if (style.matches("(?s).*text-align\\s*:\\s*(right|end).*") || style.endsWith(";right")) {
      return Alignment.END;
    }
    return style.contains("center") ? Alignment.CENTER : Alignment.START;
  }

  private Table.Row row(Element row, int columns) {
    List<Table.Cell> cells = new ArrayList<>();
    int used = 0;
    for (Element cell : cells(row)) {
      int span = Math.min(span(cell), columns - used);
      if (span < 1) {
        break;
      }
      List<Run> runs = new ArrayList<>();
      flatten(HtmlReader.inside(cell, notices, depth + 1), runs);
      if (cell.normalName().equals("th")) {
        runs.replaceAll(r -> r.with(Emphasis.BOLD));
      }
      cells.add(new Table.Cell(runs, span));
      used += span;
    }
    return new Table.Row(Table.RowKind.BODY, cells);
  }

  private static void flatten(List<Block> blocks, List<Run> out) {
    for (Block block : blocks) {
      if (block instanceof Paragraph p) {
        line(p.runs(), out);
      } else if (block instanceof Heading h) {
        line(h.runs(), out);
      } else if (block instanceof CodeBlock c) {
        line(List.of(Run.of(c.text())), out);
      } else if (block instanceof Quotation q) {
        flatten(q.blocks(), out);
      } else if (block instanceof BulletList list) {
        items(list.items(), out);
      } else if (block instanceof NumberedList list) {
        items(list.items(), out);
      } else if (block instanceof Table t) {
        t.rows().forEach(r -> r.cells().forEach(c -> line(c.runs(), out)));
      }
    }
  }

  private static void items(List<ListItem> items, List<Run> out) {
    for (ListItem item : items) {
      List<Run> inner = new ArrayList<>();
      flatten(item.blocks(), inner);
      inner.add(0, Run.of("\u2022 "));
      line(inner, out);
    }
  }

  private static void line(List<Run> runs, List<Run> out) {
    if (!out.isEmpty() && !runs.isEmpty()) {
      out.add(Run.of("\n"));
    }
    out.addAll(runs);
  }
}

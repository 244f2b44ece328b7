package io.crmkit.proposals.word.convert;

import io.crmkit.api.document.content.Alignment;
import io.crmkit.api.document.content.Emphasis;
import io.crmkit.api.document.content.KeyValues;
import io.crmkit.api.document.content.Run;
import io.crmkit.api.document.content.Table;
import io.crmkit.api.document.content.Table.Cell;
import io.crmkit.api.document.content.Table.Column;
import io.crmkit.api.document.content.Table.Row;
import io.crmkit.api.document.content.Table.RowKind;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.util.ArrayList;
import java.util.List;

/** Writes tables and lists of labels with values. */
final class TableWriter {

  private static final String HEADER_FILL = "D9E2F3";
  private static final String TOTAL_FILL = "EDEDED";

  private final WriteContext context;
  private final RunWriter runs;

  TableWriter(WriteContext context, RunWriter runs) {
    this.context = context;
    this.runs = runs;
  }

  List<Element> table(Table table) {
    int[] widths = widths(table.columns());
    Element tbl = start(context.target().styles().ensure("table", "table grid"), widths);
    if (table.hasHeader()) {
      tbl.add(header(table.columns(), widths));
    }
    for (Row row : table.rows()) {
      tbl.add(row(row, table.columns(), widths));
    }
    if (tbl.elements("tr").isEmpty()) {
      tbl.add(row(new Row(RowKind.BODY, List.of()), table.columns(), widths));
    }
    return List.of(tbl, gap());
  }

  List<Element> keyValues(KeyValues pairs) {
    if (pairs.entries().isEmpty()) {
      return List.of();
    }
    int left = context.textWidth() * 3 / 10;
    int[] widths = {left, context.textWidth() - left};
    Element tbl = start("", widths);
    for (KeyValues.Entry entry : pairs.entries()) {
      Element label = cell(widths[0], 1, "");
      fill(label, List.of(Run.bold(entry.label())), Alignment.START, false);
      Element value = cell(widths[1], 1, "");
      fill(value, entry.value(), Alignment.START, false);
      tbl.add(Element.word("tr", Element.word("trPr", Element.word("cantSplit")), label, value));
    }
    return List.of(tbl, gap());
  }

  private int[] widths(List<Column> columns) {
    int total = columns.stream().mapToInt(Column::width).sum();
    int[] result = new int[columns.size()];
    int given = 0;
    for (int i = 0; i < result.length; i++) {
      boolean last = i == result.length - 1;
      result[i] =
          last
              ? context.textWidth() - given
              : (int) ((long) context.textWidth() * columns.get(i).width() / total);
      given += result[i];
    }
    return result;
  }

  private Element start(String style, int[] widths) {
    Element properties = Element.word("tblPr");
    if (!style.isEmpty()) {
      properties.add(Element.wVal("tblStyle", style));
    }
    properties.add(Element.word("tblW").with("w", "" + context.textWidth()).with("type", "dxa"));
    properties.add(Element.word("tblLayout").with("type", "fixed"));
    Element margins = Element.word("tblCellMar");
    margins.add(Element.word("top").with("w", "40").with("type", "dxa"));
    margins.add(Element.word("left").with("w", "108").with("type", "dxa"));
    margins.add(Element.word("bottom").with("w", "40").with("type", "dxa"));
    margins.add(Element.word("right").with("w", "108").with("type", "dxa"));
    properties.add(margins);
    properties.add(Element.wVal("tblLook", "04A0"));
    Element grid = Element.word("tblGrid");
    for (int width : widths) {
      grid.add(Element.word("gridCol").with("w", "" + width));
    }
    return Element.word("tbl", properties, grid);
  }

  private Element header(List<Column> columns, int[] widths) {
    Element tr =
        Element.word(
            "tr", Element.word("trPr", Element.word("cantSplit"), Element.word("tblHeader")));
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(i);
      Element tc = cell(widths[i], 1, HEADER_FILL);
      List<Run> text = column.header().isEmpty() ? List.of() : List.of(Run.bold(column.header()));
      fill(tc, text, column.alignment(), true);
      tr.add(tc);
    }
    return tr;
  }

  private Element row(Row row, List<Column> columns, int[] widths) {
    boolean sum = row.kind() != RowKind.BODY;
    String fill = row.kind() == RowKind.TOTAL || row.kind() == RowKind.GROUP ? TOTAL_FILL : "";
    Element tr = Element.word("tr", Element.word("trPr", Element.word("cantSplit")));
    int column = 0;
    for (Cell cell : row.cells()) {
      int width = 0;
      for (int i = column; i < column + cell.span(); i++) {
        width += widths[i];
      }
      Element tc = cell(width, cell.span(), fill);
      List<Run> text = sum ? bold(cell.runs()) : cell.runs();
      fill(tc, text, columns.get(column).alignment(), false);
      tr.add(tc);
      column += cell.span();
    }
    for (; column < widths.length; column++) {
      Element tc = cell(widths[column], 1, fill);
      fill(tc, List.of(), Alignment.START, false);
      tr.add(tc);
    }
    return tr;
  }

  private static List<Run> bold(List<Run> runs) {
    List<Run> result = new ArrayList<>();
    runs.forEach(r -> result.add(r.with(Emphasis.BOLD)));
    return result;
  }

  private static Element cell(int width, int span, String fill) {
    Element properties =
        Element.word("tcPr", Element.word("tcW").with("w", "" + width).with("type", "dxa"));
    if (span > 1) {
      properties.add(Element.wVal("gridSpan", "" + span));
    }
    if (!fill.isEmpty()) {
      properties.add(
          Element.word("shd").with("val", "clear").with("color", "auto").with("fill", fill));
    }
    return Element.word("tc", properties);
  }

  private void fill(Element tc, List<Run> text, Alignment alignment, boolean keepWithNext) {
    Element p = Element.word("p");
    Element pPr = SchemaOrder.properties(p, "pPr");
    if (keepWithNext) {
      pPr.add(Element.word("keepNext"));
    }
    pPr.add(Element.word("spacing").with("before", "0").with("after", "0"));
    if (alignment != Alignment.START) {
      pPr.add(Element.wVal("jc", ContentWriter.justification(alignment)));
    }
    runs.write(p, text);
    tc.add(p);
  }

  /** Word joins tables that follow each other directly, and a body must not end with one. */
  private static Element gap() {
    return Element.word(
        "p", Element.word("pPr", Element.word("spacing").with("before", "0").with("after", "120")));
  }
}

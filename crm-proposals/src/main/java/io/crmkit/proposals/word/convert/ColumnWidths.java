package io.crmkit.proposals.word.convert;

import io.crmkit.api.document.content.Run;
import io.crmkit.api.document.content.Table.Cell;
import io.crmkit.api.document.content.Table.Column;
import io.crmkit.api.document.content.Table.Row;
import java.util.ArrayList;
import java.util.List;

/** Gives columns widths that fit their texts, for formats that do not say. */
final class ColumnWidths {

  private static final int LEAST = 6;
  private static final int MOST = 40;

  private ColumnWidths() {}

  static List<Column> fit(List<Column> columns, List<Row> rows) {
    List<Column> result = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      int longest = length(column.header());
      for (Row row : rows) {
        if (i < row.cells().size() && row.width() == row.cells().size()) {
          longest = Math.max(longest, length(row.cells().get(i)));
        }
      }
      int width = Math.max(LEAST, Math.min(MOST, longest + 2));
      result.add(new Column(column.header(), column.alignment(), width));
    }
    return result;
  }

  private static int length(Cell cell) {
    int result = 0;
    for (Run run : cell.runs()) {
      result += length(run.text());
    }
    return result;
  }

  /** Chinese characters take the room of two letters. */
  private static int length(String text) {
    return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
  }
}

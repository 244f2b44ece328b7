package io.crmkit.api.document.content;

import java.util.ArrayList;
import java.util.List;

/**
 * A table. Its header row repeats on every page it spans; rows do not break across pages.
 *
 * <pre>{@code
 * var table = Table.of(Column.of("Item", 4), Column.amount("Amount", 1))
 *     .row("Pump", "1,200.00")
 *     .total("Total", "1,200.00")
 *     .build();
 * }</pre>
 *
 * @param columns the columns; at least one
 * @param rows the rows in order; a row may have fewer cells than there are columns, never more
 */
public record Table(List<Column> columns, List<Row> rows) implements Block {

  /**
   * Checks the widths of the rows and copies the lists.
   *
   * @throws IllegalArgumentException without a column, or if a row is wider than the columns
   */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A table has at least one column");
    }
    for (Row row : rows) {
      if (row.width() > columns.size()) {
        throw new IllegalArgumentException(
            "A row spans " + row.width() + " of " + columns.size() + " columns");
      }
    }
  }

  /** Whether any column has a header, so that there is a header row. */
  public boolean hasHeader() {
    return columns.stream().anyMatch(c -> !c.header().isEmpty());
  }

  /** Starts a table with the columns. */
  public static Builder of(Column... columns) {
    return new Builder(List.of(columns));
  }

  /** Starts a table with the columns. */
  public static Builder of(List<Column> columns) {
    return new Builder(columns);
  }

  /**
   * A column.
   *
   * @param header text of the header, may be empty
   * @param alignment how its cells are aligned
   * @param width width relative to the other columns, at least 1
   */
  public record Column(String header, Alignment alignment, int width) {

    /**
     * Checks the width.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Column {
      if (width < 1) {
        throw new IllegalArgumentException("A column's relative width is at least 1");
      }
    }

    /** A column of text. */
    public static Column of(String header, int width) {
      return new Column(header, Alignment.START, width);
    }

    /** A column of numbers or amounts. */
    public static Column amount(String header, int width) {
      return new Column(header, Alignment.END, width);
    }
  }

  /** What a row stands for, and so how it stands out. */
  public enum RowKind {
    /** An ordinary row. */
    BODY,
    /** The heading of a group of rows. */
    GROUP,
    /** A sum on the way. */
    SUBTOTAL,
    /** The sum at the end. */
    TOTAL
  }

  /**
   * A row.
   *
   * @param kind what it stands for
   * @param cells the cells in order
   */
  public record Row(RowKind kind, List<Cell> cells) {

    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** How many columns the cells span together. */
    public int width() {
      return cells.stream().mapToInt(Cell::span).sum();
    }

    static Row of(RowKind kind, String... texts) {
      List<Cell> cells = new ArrayList<>();
      for (String text : texts) {
        cells.add(Cell.of(text));
      }
      return new Row(kind, cells);
    }
  }

  /**
   * A cell.
   *
   * @param runs the text; a line feed breaks the line
   * @param span how many columns it spans, at least 1
   */
  public record Cell(List<Run> runs, int span) {

    /**
     * Checks the span and copies the list.
     *
     * @throws IllegalArgumentException if the span is less than 1
     */
    public Cell {
      if (span < 1) {
        throw new IllegalArgumentException("A cell spans at least one column");
      }
      runs = List.copyOf(runs);
    }

    /** A cell of plain text. */
    public static Cell of(String text) {
      return new Cell(text.isEmpty() ? List.of() : List.of(Run.of(text)), 1);
    }
  }

  /** Collects rows. Not thread-safe. */
  public static final class Builder {

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    private Builder(List<Column> columns) {
      this.columns = List.copyOf(columns);
    }

    /** Appends an ordinary row of plain texts. */
    public Builder row(String... cells) {
      return add(Row.of(RowKind.BODY, cells));
    }

    /** Appends a subtotal of plain texts. */
    public Builder subtotal(String... cells) {
      return add(Row.of(RowKind.SUBTOTAL, cells));
    }

    /** Appends a total of plain texts. */
    public Builder total(String... cells) {
      return add(Row.of(RowKind.TOTAL, cells));
    }

    /** Appends a row. */
    public Builder add(Row row) {
      rows.add(row);
      return this;
    }

    /**
     * The table with the rows so far.
     *
     * @throws IllegalArgumentException see {@link Table#Table}
     */
    public Table build() {
      return new Table(columns, rows);
    }
  }
}

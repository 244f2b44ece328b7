package io.crmkit.api.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each product of an import.
 *
 * @param rows in the order they were given
 */
public record ProductImportReport(List<Row> rows) {

  public ProductImportReport {
    rows = List.copyOf(rows);
  }

  /** What happened to one product. */
  public enum Outcome {
    CREATED,
    CHANGED,
    /** The catalogue said the same already. */
    UNCHANGED,
    /** Not taken; the problems say why. */
    REJECTED
  }

  /**
   * One product.
   *
   * @param sku as given
   * @param product the catalogue's product; null if rejected
   * @param outcome what happened
   * @param problems why it was rejected, each with its field; empty otherwise
   */
  public record Row(
      String sku, @Nullable ProductId product, Outcome outcome, List<String> problems) {

    public Row {
      problems = List.copyOf(problems);
    }
  }

  /** How many rows had this outcome. */
  public long count(Outcome outcome) {
    return rows.stream().filter(row -> row.outcome() == outcome).count();
  }
}

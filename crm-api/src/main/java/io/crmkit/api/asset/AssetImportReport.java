package io.crmkit.api.asset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each unit of an import.
 *
 * @param rows in the order they were given
 */
public record AssetImportReport(List<Row> rows) {

  public AssetImportReport {
    rows = List.copyOf(rows);
  }

  /** What happened to one unit. */
  public enum Outcome {
    REGISTERED,
    /** The customer has a unit with this reference already. */
    UNCHANGED,
    /** Not taken; the problems say why. */
    REJECTED
  }

  /**
   * One unit.
   *
   * @param reference as given
   * @param asset the unit; null if rejected
   * @param outcome what happened
   * @param problems why it was rejected, each with its field where it has one; empty otherwise
   */
  public record Row(
      String reference, @Nullable AssetId asset, Outcome outcome, List<String> problems) {

    public Row {
      problems = List.copyOf(problems);
    }
  }

  /** How many rows had this outcome. */
  public long count(Outcome outcome) {
    return rows.stream().filter(row -> row.outcome() == outcome).count();
  }
}

package io.crmkit.api.customer;

import io.crmkit.api.error.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each row of an import.
 *
 * @param rows one outcome for each row, in the order of the rows
 */
public record ImportReport(List<Outcome> rows) {

  /** What became of a row. */
  public enum Result {
    /** A new customer. */
    ADDED,
    /** A known customer, now with other data. */
    CHANGED,
    /** A known customer that was like this already. */
    UNCHANGED,
    /** Not taken; the reasons say why. */
    REFUSED
  }

  /**
   * One row.
   *
   * @param row its place in the list, from 0
   * @param externalId its key
   * @param customer the customer, null if the row was refused
   * @param result what became of it
   * @param reasons why it was refused; for a row that was taken, what of it could not be, such as
   *     an unknown parent
   */
  public record Outcome(
      int row,
      String externalId,
      @Nullable CustomerId customer,
      Result result,
      List<Reason> reasons) {

    public Outcome {
      reasons = List.copyOf(reasons);
    }
  }

  public ImportReport {
    rows = List.copyOf(rows);
  }

  public long count(Result result) {
    return rows.stream().filter(r -> r.result() == result).count();
  }

  /** The rows that were refused, or of which something could not be taken. */
  public List<Outcome> problems() {
    return rows.stream().filter(r -> !r.reasons().isEmpty()).toList();
  }
}

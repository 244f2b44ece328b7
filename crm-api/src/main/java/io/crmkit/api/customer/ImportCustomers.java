package io.crmkit.api.customer;

import java.util.List;

/**
 * Takes over customers from another system.
 *
 * @param rows at most 1,000, which are taken in one unit of work; an importer calls again with the
 *     next ones
 */
public record ImportCustomers(List<CustomerRow> rows) {

  /** Rows at most. */
  public static final int MAX_ROWS = 1_000;

  public ImportCustomers {
    rows = List.copyOf(rows);
  }
}

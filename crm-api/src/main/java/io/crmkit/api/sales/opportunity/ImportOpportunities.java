package io.crmkit.api.sales.opportunity;

import java.util.List;

/**
 * A chunk of opportunities from another program.
 *
 * @param source that program, 1 to 100 characters
 * @param pipeline the code of the pipeline that they follow
 * @param rows 1 to 1,000 opportunities
 */
public record ImportOpportunities(String source, String pipeline, List<HistoricOpportunity> rows) {

  /** The greatest number of rows in one chunk. */
  public static final int MAX_ROWS = 1_000;

  public ImportOpportunities {
    rows = List.copyOf(rows);
  }
}

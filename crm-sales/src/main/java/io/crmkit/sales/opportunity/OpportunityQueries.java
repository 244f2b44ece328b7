package io.crmkit.sales.opportunity;

import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.TotalsRow;
import java.time.Instant;
import java.util.List;

/** Figures over opportunities, with the eyes of whoever asks. */
public interface OpportunityQueries {

  /** Counts and sums, in the order of groups, then currencies. */
  List<TotalsRow> totals(OpportunityTotals question);

  /** By stage, as everything stood just before this moment. */
  List<TotalsRow> standingBefore(Instant moment);
}

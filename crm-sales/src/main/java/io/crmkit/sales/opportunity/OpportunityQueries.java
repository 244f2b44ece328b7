package io.crmkit.sales.opportunity;

import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.core.spi.module.ModuleRegistrar;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Figures over opportunities, with the eyes of whoever asks. */
public interface OpportunityQueries {

  /** Says how these questions are answered on each storage. */
  static void register(ModuleRegistrar registrar) {
    // Not SqlOpportunityQueries::new, which would load it, and jOOQ with it, at the start.
    registrar.queries(
        OpportunityQueries.class,
        read -> new SqlOpportunityQueries(read),
        read -> new MemoryOpportunityQueries(read));
  }

  /** Counts and sums, in the order of groups, then currencies. */
  List<TotalsRow> totals(OpportunityTotals question);

  /** By stage, as everything stood just before this moment. */
  List<TotalsRow> standingBefore(Instant moment);

  /** Which of these ids were imported from this source before. */
  Set<String> imported(String source, Collection<String> externalIds);
}

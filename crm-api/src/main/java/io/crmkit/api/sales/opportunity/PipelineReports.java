package io.crmkit.api.sales.opportunity;

import io.crmkit.api.module.ProvidedBy;
import java.time.LocalDate;
import java.util.List;

/**
 * Figures over opportunities, computed in the database over what the caller may see. As safe for
 * threads as the session it came from.
 */
@ProvidedBy("io.crmkit:crm-sales")
public interface PipelineReports {

  /** Counts and sums by group and currency, in the order of groups, then currencies. */
  List<TotalsRow> totals(OpportunityTotals question);

  /**
   * How the pipeline looked, and the weighted forecast, by stage, at the end of this day in the
   * tenant's zone: by what had happened until then, as it is known today.
   */
  List<TotalsRow> asOf(LocalDate day);
}

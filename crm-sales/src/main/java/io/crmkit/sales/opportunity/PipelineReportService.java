package io.crmkit.sales.opportunity;

import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.PipelineReports;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Figures over opportunities. */
public final class PipelineReportService implements PipelineReports {

  private final Work work;

  @Inject
  PipelineReportService(Work work) {
    this.work = work;
  }

  @Override
  public List<TotalsRow> totals(OpportunityTotals question) {
    return work.read(tx -> tx.queries(OpportunityQueries.class).totals(question));
  }

  @Override
  public List<TotalsRow> asOf(LocalDate day) {
    return work.read(
        tx -> {
          ZoneId zone = tx.session().profile().zone();
          Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
          return tx.queries(OpportunityQueries.class).standingBefore(end);
        });
  }
}

package io.crmkit.examples.quickstart.imports;

import io.crmkit.api.CrmSession;
import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.OpportunityTotals.Dimension;
import io.crmkit.api.sales.opportunity.PipelineReports;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.api.sales.pipeline.StageCategory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the database says after an import, from named queries.
 *
 * @param countByStage opportunities by stage
 * @param wonValue the value of all that was won
 * @param wonByQuarter the same by quarter of closing, such as {@code 2017-Q1}
 * @param wonByProduct the same by product
 * @param wonByRegion the same by the salesperson's region
 */
public record Figures(
    Map<String, Long> countByStage,
    BigDecimal wonValue,
    Map<String, BigDecimal> wonByQuarter,
    Map<String, BigDecimal> wonByProduct,
    Map<String, BigDecimal> wonByRegion) {

  /** Asks the database. */
  public static Figures of(CrmSession session) {
    PipelineReports reports = session.get(PipelineReports.class);
    return new Figures(
        sums(reports.totals(OpportunityTotals.by(Dimension.STAGE)), TotalsRow::count, Long::sum),
        won(reports, Dimension.NOTHING).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        won(reports, Dimension.CLOSE_QUARTER),
        won(reports, Dimension.PRODUCT),
        won(reports, Dimension.REGION));
  }

  private static Map<String, BigDecimal> won(PipelineReports reports, Dimension by) {
    return sums(
        reports.totals(OpportunityTotals.by(by, StageCategory.WON)),
        row -> row.amount().stripTrailingZeros(),
        BigDecimal::add);
  }

  private static <V> Map<String, V> sums(
      List<TotalsRow> rows, Function<TotalsRow, V> value, BinaryOperator<V> plus) {
    return rows.stream().collect(Collectors.toMap(TotalsRow::group, value, plus, TreeMap::new));
  }
}

package io.crmkit.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.AmendOpportunity;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.PipelineReports;
import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.value.Money;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

class PipelineReportContractTest {

  private static Opportunity open(TestCrm crm, String name, String amount, String region) {
    crm.get(Pipelines.class).define(new DefinePipeline(SalesFixture.openPipeline()));
    Money money = amount == null ? null : Money.of(amount, "EUR");
    return crm.get(Opportunities.class)
        .open(
            OpenOpportunity.of(name, null)
                .withOwner(new Salesperson("lily", "north", region))
                .withDeal(new Deal(money, null, null, "GTX " + name)));
  }

  @OnEveryStorage
  void totals_count_and_sum_by_stage_and_currency(TestCrm crm) {
    open(crm, "a", "100.10", "east");
    open(crm, "b", "200.20", "west");
    open(crm, "c", null, "west");
    SalesFixture.won(crm.session(), open(crm, "d", "50", "east"));

    List<TotalsRow> rows =
        crm.get(PipelineReports.class)
            .totals(OpportunityTotals.by(OpportunityTotals.Dimension.STAGE));

    Currency eur = Currency.getInstance("EUR");
    assertThat(rows)
        .containsExactly(
            new TotalsRow("prospecting", null, 1, BigDecimal.ZERO, BigDecimal.ZERO),
            new TotalsRow("prospecting", eur, 2, new BigDecimal("300.3"), new BigDecimal("30.03")),
            new TotalsRow("won", eur, 1, new BigDecimal("50"), new BigDecimal("50")));
  }

  @OnEveryStorage
  void totals_can_be_asked_by_region_product_and_quarter(TestCrm crm) {
    open(crm, "a", "100", "east");
    SalesFixture.won(crm.session(), open(crm, "b", "50", null));
    crm.clock().set(Instant.parse("2026-04-01T00:00:00Z"));
    SalesFixture.won(crm.session(), open(crm, "c", "70", "east"));
    PipelineReports reports = crm.get(PipelineReports.class);

    assertThat(groups(reports, OpportunityTotals.Dimension.REGION))
        .containsExactly("=50", "east=170");
    assertThat(groups(reports, OpportunityTotals.Dimension.PRODUCT))
        .containsExactly("GTX a=100", "GTX b=50", "GTX c=70");
    assertThat(groups(reports, OpportunityTotals.Dimension.CLOSE_QUARTER))
        .containsExactly("=100", "2026-Q1=50", "2026-Q2=70");
    assertThat(groups(reports, OpportunityTotals.Dimension.NOTHING)).containsExactly("=220");
  }

  private static List<String> groups(
      PipelineReports reports, OpportunityTotals.Dimension dimension) {
    return reports.totals(OpportunityTotals.by(dimension)).stream()
        .map(r -> r.group() + "=" + r.amount().toPlainString())
        .toList();
  }

  @OnEveryStorage
  void totals_can_be_cut_to_categories_and_dates_of_closing(TestCrm crm) {
    open(crm, "a", "100", "east");
    SalesFixture.won(crm.session(), open(crm, "b", "50", "east"));

    PipelineReports reports = crm.get(PipelineReports.class);
    OpportunityTotals won =
        OpportunityTotals.by(OpportunityTotals.Dimension.NOTHING, StageCategory.WON);

    assertThat(reports.totals(won)).hasSize(1);
    assertThat(reports.totals(won.withClosedFrom(SalesFixture.DAY))).hasSize(1);
    assertThat(reports.totals(won.withClosedTo(SalesFixture.DAY))).isEmpty();
  }

  @OnEveryStorage
  void the_pipeline_can_be_seen_as_it_was_on_a_past_day(TestCrm crm) {
    Opportunities opportunities = crm.get(Opportunities.class);
    Opportunity deal = open(crm, "a", "100", "east");
    crm.clock().set(Instant.parse("2026-01-10T12:00:00Z"));
    Opportunity engaging =
        opportunities.advance(new AdvanceOpportunity(deal.id(), deal.version(), "engaging"));
    crm.clock().set(Instant.parse("2026-01-20T12:00:00Z"));
    opportunities.amend(
        AmendOpportunity.of(engaging).withDeal(engaging.deal().withAmount(Money.of("300", "EUR"))));

    PipelineReports reports = crm.get(PipelineReports.class);

    Currency eur = Currency.getInstance("EUR");
    assertThat(reports.asOf(LocalDate.parse("2026-01-04"))).isEmpty();
    assertThat(reports.asOf(LocalDate.parse("2026-01-09")))
        .containsExactly(
            new TotalsRow("prospecting", eur, 1, new BigDecimal("100"), new BigDecimal("10")));
    assertThat(reports.asOf(LocalDate.parse("2026-01-10")))
        .containsExactly(
            new TotalsRow("engaging", eur, 1, new BigDecimal("100"), new BigDecimal("40")));
    assertThat(reports.asOf(LocalDate.parse("2026-01-20")))
        .containsExactly(
            new TotalsRow("engaging", eur, 1, new BigDecimal("300"), new BigDecimal("120")));
  }
}

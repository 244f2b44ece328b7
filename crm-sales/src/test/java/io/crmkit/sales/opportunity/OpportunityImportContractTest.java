package io.crmkit.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.HistoricOpportunity;
import io.crmkit.api.sales.opportunity.ImportOpportunities;
import io.crmkit.api.sales.opportunity.ImportedChunk;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.api.sales.opportunity.OpportunityImport;
import io.crmkit.api.sales.opportunity.PipelineReports;
import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.value.Money;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class OpportunityImportContractTest {

  private static HistoricOpportunity row(String id, HistoricOpportunity.Visit... visits) {
    return new HistoricOpportunity(
        id,
        "Deal " + id,
        null,
        new Salesperson("Moses Frase", "Dustin Brinkmann", "Central"),
        new Deal(Money.of("1054", "USD"), null, null, "GTX Pro"),
        List.of(visits),
        null);
  }

  private static HistoricOpportunity.Visit on(String stage, String day) {
    return new HistoricOpportunity.Visit(stage, LocalDate.parse(day));
  }

  private static ImportOpportunities chunk(HistoricOpportunity... rows) {
    return new ImportOpportunities("legacy", "standard", List.of(rows));
  }

  private static OpportunityImport importer(TestCrm crm) {
    crm.get(Pipelines.class).define(new DefinePipeline(SalesFixture.pipeline()));
    return crm.get(OpportunityImport.class);
  }

  private static Opportunity imported(TestCrm crm, String id) {
    return crm.get(Opportunities.class)
        .page(Query.where(OpportunityAttributes.EXTERNAL_ID.eq(id)))
        .items()
        .get(0);
  }

  @OnEveryStorage
  void a_won_deal_comes_with_its_past(TestCrm crm) {
    importer(crm)
        .take(chunk(row("1C1I7A6R", on("engaging", "2016-10-20"), on("won", "2017-03-01"))));

    Opportunity won = imported(crm, "1C1I7A6R");
    assertThat(won.progress().closedOn()).isEqualTo(LocalDate.parse("2017-03-01"));
    assertThat(won.origin().openedAt()).isEqualTo(Instant.parse("2016-10-20T00:00:00Z"));
    assertThat(crm.get(Opportunities.class).stays(won.id()).get(0).duration())
        .isEqualTo(Duration.ofDays(132));
    assertThat(
            crm.get(Opportunities.class).history(won.id()).stream()
                .map(c -> c.kind() + " " + c.standing().stage() + " " + c.recordedAt()))
        .containsExactly("OPENED engaging 2026-01-05T08:00:00Z", "MOVED won 2026-01-05T08:00:00Z");
  }

  @OnEveryStorage
  void the_past_shows_in_the_pipeline_of_a_past_day(TestCrm crm) {
    importer(crm)
        .take(chunk(row("1C1I7A6R", on("engaging", "2016-10-20"), on("won", "2017-03-01"))));

    assertThat(crm.get(PipelineReports.class).asOf(LocalDate.parse("2017-02-28")))
        .extracting(TotalsRow::group)
        .containsExactly("engaging");
  }

  @OnEveryStorage
  void sending_a_chunk_again_creates_nothing_twice(TestCrm crm) {
    OpportunityImport importer = importer(crm);
    ImportOpportunities chunk =
        chunk(row("a", on("engaging", "2016-10-20")), row("b", on("engaging", "2016-10-21")));
    ImportedChunk first = importer.take(chunk);
    Fingerprint before = crm.fingerprint();

    ImportedChunk again = importer.take(chunk);

    assertThat(first).isEqualTo(new ImportedChunk(2, 0, List.of()));
    assertThat(again).isEqualTo(new ImportedChunk(0, 2, List.of()));
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void bad_rows_are_told_and_good_ones_taken(TestCrm crm) {
    ImportedChunk report =
        importer(crm)
            .take(
                chunk(
                    row("good", new HistoricOpportunity.Visit("prospecting", null)),
                    row("stage", on("dreaming", "2016-10-20")),
                    row("order", on("engaging", "2017-10-20"), on("won", "2016-10-20")),
                    row("future", on("engaging", "2027-01-01")),
                    row("none").withName(" "),
                    row("who", on("engaging", "2016-10-20"))
                        .withCustomer(new CustomerId(crm.newId())),
                    row("good", on("engaging", "2016-10-20"))));

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.faults().stream().map(InvalidInput.Fault::path))
        .containsExactly(
            "rows[1].visits[0].stage",
            "rows[2].visits[1].enteredOn",
            "rows[3].visits[0].enteredOn",
            "rows[4].name",
            "rows[4].visits",
            "rows[5].customer",
            "rows[6].externalId");
  }

  @OnEveryStorage
  void imports_of_one_source_at_once_create_nothing_twice(TestCrm crm) {
    OpportunityImport importer = importer(crm);
    ImportOpportunities chunk =
        chunk(row("a", on("engaging", "2016-10-20")), row("b", on("engaging", "2016-10-21")));

    Race<ImportedChunk> race = Race.of(3, i -> importer.take(chunk));

    assertThat(race.lost()).isEmpty();
    assertThat(race.won().stream().mapToInt(ImportedChunk::created).sum()).isEqualTo(2);
  }
}

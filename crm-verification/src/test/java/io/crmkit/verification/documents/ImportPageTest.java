package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.HistoricOpportunity;
import io.crmkit.api.sales.opportunity.HistoricOpportunity.Visit;
import io.crmkit.api.sales.opportunity.ImportOpportunities;
import io.crmkit.api.sales.opportunity.ImportedChunk;
import io.crmkit.api.sales.opportunity.OpportunityImport;
import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.LocalDate;
import java.util.List;

/** Runs the example of docs/import.md. */
class ImportPageTest {

  private static HistoricOpportunity row(String id, Visit... visits) {
    return new HistoricOpportunity(
        id,
        "Deal " + id,
        null,
        new Salesperson("lily", "north", "East"),
        Deal.unknown(),
        List.of(visits),
        null);
  }

  @OnEveryStorage
  void everyRowIsTakenOrReported(TestCrm crm) {
    CrmSession session = crm.session();
    SalesExample.pipeline(session);
    List<HistoricOpportunity> rows =
        List.of(
            row("1", new Visit("engaging", LocalDate.of(2025, 3, 1))),
            row("2", new Visit("frozen", LocalDate.of(2025, 3, 1))));

    // begin docs/import.md
    OpportunityImport imports = session.get(OpportunityImport.class);
    ImportOpportunities chunk = new ImportOpportunities("sales-pipeline", "standard", rows);
    ImportedChunk taken = imports.take(chunk);
    assertThat(taken.created()).isEqualTo(1);
    assertThat(taken.faults()) // what cannot be taken, with its field
        .extracting(fault -> fault.path() + ": " + fault.problem())
        .containsExactly("rows[1].visits[0].stage: no such stage: frozen");

    ImportedChunk again = imports.take(chunk);
    assertThat(again.created()).isZero();
    assertThat(again.present()).isEqualTo(1); // was there already, left as it is
    // end docs/import.md
  }
}

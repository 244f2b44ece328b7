package io.crmkit.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldUse;
import io.crmkit.api.field.SingleField;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.HistoricOpportunity;
import io.crmkit.api.sales.opportunity.ImportOpportunities;
import io.crmkit.api.sales.opportunity.ImportedChunk;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.api.sales.opportunity.OpportunityImport;
import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.value.EntityRef;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Custom fields of opportunities that come from another program. */
class ImportedCustomFieldsContractTest {

  private static final SingleField<BigDecimal> SEATS = Field.number("seats");
  private static final SingleField<String> CAMPAIGN = Field.text("campaign");

  private static void declare(TestCrm crm, SingleField<?> field, FieldRules rules) {
    crm.get(CustomFields.class)
        .declare(
            FieldDeclaration.of(Opportunity.class, field)
                .withRules(rules)
                .withUse(FieldUse.searched()));
  }

  private static HistoricOpportunity row(String id) {
    return new HistoricOpportunity(
        id,
        "Deal " + id,
        null,
        new Salesperson("Moses Frase", "Dustin Brinkmann", "Central"),
        Deal.unknown(),
        List.of(new HistoricOpportunity.Visit("engaging", LocalDate.of(2016, 10, 20))),
        null);
  }

  private static HistoricOpportunity row(String id, CustomValues custom) {
    return row(id).withCustom(custom);
  }

  private static CustomValues seats(int number) {
    return CustomValues.of(SEATS, BigDecimal.valueOf(number));
  }

  private static ImportedChunk take(TestCrm crm, HistoricOpportunity... rows) {
    crm.get(Pipelines.class).define(new DefinePipeline(SalesFixture.pipeline()));
    return crm.get(OpportunityImport.class)
        .take(new ImportOpportunities("legacy", "standard", List.of(rows)));
  }

  private static Opportunity imported(TestCrm crm, String id) {
    return crm.get(Opportunities.class)
        .page(Query.where(OpportunityAttributes.EXTERNAL_ID.eq(id)))
        .items()
        .get(0);
  }

  @OnEveryStorage
  void imported_values_are_kept_found_and_audited(TestCrm crm) {
    declare(crm, SEATS, FieldRules.any());

    ImportedChunk taken = take(crm, row("a", seats(12)), row("b", seats(30)), row("c"));

    assertThat(taken).isEqualTo(new ImportedChunk(3, 0, List.of()));
    assertThat(
            crm.get(Opportunities.class)
                .page(Query.where(SEATS.of(Opportunity.class).atLeast(BigDecimal.valueOf(20))))
                .items())
        .containsExactly(imported(crm, "b"));
    assertThat(imported(crm, "b").custom()).isEqualTo(seats(30));
    assertThat(imported(crm, "c").custom()).isEqualTo(CustomValues.none());
    assertThat(
            crm.get(AuditLog.class)
                .historyOf(EntityRef.of(SalesEntities.OPPORTUNITY, imported(crm, "b").id()))
                .get(0)
                .changes())
        .contains(new FieldChange("custom.seats", null, "30", false));
  }

  @OnEveryStorage
  void rows_whose_values_do_not_fit_are_told_with_their_paths_and_stop_no_others(TestCrm crm) {
    declare(crm, SEATS, FieldRules.any().withAtMost("100"));
    declare(crm, CAMPAIGN, FieldRules.any().required());

    ImportedChunk taken =
        take(
            crm,
            row("good", seats(100).with(CAMPAIGN, "spring")),
            row("many", seats(101).with(CAMPAIGN, "spring")),
            row("unknown", CustomValues.of(Field.text("colour"), "red").with(CAMPAIGN, "spring")),
            row("missing", seats(1)),
            row("both", seats(101)).withName(" "));

    assertThat(taken.created()).isEqualTo(1);
    assertThat(taken.faults())
        .extracting(fault -> fault.path() + ": " + fault.problem())
        .containsExactly(
            "rows[1].custom.seats: is more than 100",
            "rows[2].custom.colour: is no field of sales.opportunity",
            "rows[3].custom.campaign: is missing",
            "rows[4].name: must not be blank",
            "rows[4].custom.seats: is more than 100",
            "rows[4].custom.campaign: is missing");
    assertThat(crm.get(Opportunities.class).page(Query.<Opportunity>everything()).items())
        .containsExactly(imported(crm, "good"));
  }

  @OnEveryStorage
  void an_imported_opportunity_gets_what_its_fields_have_by_default(TestCrm crm) {
    declare(crm, CAMPAIGN, FieldRules.any().required().withStandard("none"));

    take(crm, row("a"), row("b", CustomValues.of(CAMPAIGN, "spring")));

    assertThat(imported(crm, "a").custom()).isEqualTo(CustomValues.of(CAMPAIGN, "none"));
    assertThat(imported(crm, "b").custom()).isEqualTo(CustomValues.of(CAMPAIGN, "spring"));
  }

  @OnEveryStorage
  void what_is_there_already_is_left_whatever_values_its_row_brings_now(TestCrm crm) {
    declare(crm, SEATS, FieldRules.any().withAtMost("100"));
    take(crm, row("a", seats(12)), row("b", seats(13)));
    declare(crm, CAMPAIGN, FieldRules.any().required());
    Fingerprint before = crm.fingerprint();

    ImportedChunk again = take(crm, row("a", seats(20)), row("b", seats(101)));

    assertThat(again).isEqualTo(new ImportedChunk(0, 2, List.of()));
    assertThat(crm.fingerprint()).isEqualTo(before);
  }
}

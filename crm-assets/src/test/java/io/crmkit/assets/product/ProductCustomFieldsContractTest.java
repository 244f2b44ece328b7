package io.crmkit.assets.product;

import static io.crmkit.assets.Samples.content;
import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldUse;
import io.crmkit.api.field.SingleField;
import io.crmkit.api.product.ImportProducts;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductImportReport;
import io.crmkit.api.product.ProductImportReport.Outcome;
import io.crmkit.api.product.ProductImportReport.Row;
import io.crmkit.api.product.Products;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.util.List;

/** Custom fields of products, as commands and imports bring them. */
class ProductCustomFieldsContractTest {

  private static final SingleField<BigDecimal> WEIGHT = Field.number("weight");
  private static final SingleField<String> FAMILY = Field.text("family");

  private static void declare(TestCrm crm, SingleField<?> field, FieldRules rules) {
    crm.get(CustomFields.class)
        .declare(
            FieldDeclaration.of(Product.class, field)
                .withRules(rules)
                .withUse(FieldUse.searched()));
  }

  private static NewProduct row(String sku, CustomValues custom) {
    return new NewProduct(sku, content(sku), custom);
  }

  private static ProductImportReport take(TestCrm crm, NewProduct... rows) {
    return take(crm.session(), rows);
  }

  private static ProductImportReport take(CrmSession session, NewProduct... rows) {
    return session.get(Products.class).importAll(new ImportProducts(List.of(rows)));
  }

  private static Product kept(TestCrm crm, String sku) {
    return crm.get(Products.class).findBySku(sku).orElseThrow();
  }

  private static CustomValues weight(int kilograms) {
    return CustomValues.of(WEIGHT, BigDecimal.valueOf(kilograms));
  }

  @OnEveryStorage
  void a_product_is_created_with_the_values_of_its_command(TestCrm crm) {
    declare(crm, WEIGHT, FieldRules.any());

    Product created = crm.get(Products.class).create(row("A", weight(12)));

    assertThat(created.custom()).isEqualTo(weight(12));
    assertThat(kept(crm, "A")).isEqualTo(created);
    assertInvalid(
        () -> crm.get(Products.class).create(row("B", CustomValues.of(FAMILY, "pumps"))),
        "custom.family");
  }

  @OnEveryStorage
  void imported_values_are_kept_found_and_audited(TestCrm crm) {
    declare(crm, WEIGHT, FieldRules.any());

    ProductImportReport report = take(crm, row("A", weight(12)), row("B", weight(30)));

    assertThat(report.count(Outcome.CREATED)).isEqualTo(2);
    assertThat(
            crm.get(Products.class)
                .search(Query.where(WEIGHT.of(Product.class).atLeast(BigDecimal.valueOf(20))))
                .items())
        .containsExactly(kept(crm, "B"));
    assertThat(kept(crm, "B").custom()).isEqualTo(weight(30));
    assertThat(lastChanges(crm, kept(crm, "B")))
        .contains(new FieldChange("custom.weight", null, "30", false));
  }

  @OnEveryStorage
  void rows_whose_values_do_not_fit_are_told_with_their_fields_and_stop_no_others(TestCrm crm) {
    declare(crm, WEIGHT, FieldRules.any().withAtMost("100"));
    declare(crm, FAMILY, FieldRules.any().required());
    take(crm, row("OLD", weight(5).with(FAMILY, "pumps")));

    ProductImportReport report =
        take(
            crm,
            row("HEAVY", weight(101).with(FAMILY, "pumps")),
            row("UNKNOWN", CustomValues.of(Field.text("colour"), "red").with(FAMILY, "pumps")),
            row("MISSING", weight(1)),
            row("BOTH", weight(101)),
            new NewProduct("NAMELESS", content(" "), weight(101).with(FAMILY, "pumps")),
            row("OLD", weight(101)),
            row("GOOD", weight(100).with(FAMILY, "pumps")));

    assertThat(report.rows())
        .extracting(Row::sku, Row::problems)
        .containsExactly(
            tuple("HEAVY", List.of("custom.weight: is more than 100")),
            tuple("UNKNOWN", List.of("custom.colour: is no field of assets.product")),
            tuple("MISSING", List.of("custom.family: is missing")),
            tuple("BOTH", List.of("custom.weight: is more than 100", "custom.family: is missing")),
            tuple(
                "NAMELESS",
                List.of(
                    "content.description.name.en: must not be blank",
                    "custom.weight: is more than 100")),
            tuple("OLD", List.of("custom.weight: is more than 100")),
            tuple("GOOD", List.of()));
    assertThat(crm.get(Products.class).search(Query.<Product>everything()).items())
        .extracting(Product::sku)
        .containsExactlyInAnyOrder("OLD", "GOOD");
    assertThat(kept(crm, "OLD").custom().get(WEIGHT)).contains(BigDecimal.valueOf(5));
  }

  @OnEveryStorage
  void a_new_product_gets_what_its_fields_have_by_default(TestCrm crm) {
    declare(crm, FAMILY, FieldRules.any().required().withStandard("spares"));

    take(crm, new NewProduct("A", content("A")), row("B", CustomValues.of(FAMILY, "pumps")));

    assertThat(kept(crm, "A").custom()).isEqualTo(CustomValues.of(FAMILY, "spares"));
    assertThat(kept(crm, "B").custom()).isEqualTo(CustomValues.of(FAMILY, "pumps"));
  }

  @OnEveryStorage
  void an_import_done_again_changes_the_values_it_names_and_leaves_the_others(TestCrm crm) {
    declare(crm, WEIGHT, FieldRules.any());
    declare(crm, FAMILY, FieldRules.any());
    take(crm, row("A", weight(12).with(FAMILY, "pumps")));

    Outcome same = take(crm, row("A", weight(12))).rows().get(0).outcome();
    Outcome without = take(crm, new NewProduct("A", content("A"))).rows().get(0).outcome();
    Product before = kept(crm, "A");
    Outcome heavier = take(crm, row("A", weight(13))).rows().get(0).outcome();
    Product after = kept(crm, "A");
    Outcome renamed =
        take(crm, new NewProduct("A", content("Renamed"), weight(14))).rows().get(0).outcome();

    assertThat(List.of(same, without)).containsOnly(Outcome.UNCHANGED);
    assertThat(List.of(heavier, renamed)).containsOnly(Outcome.CHANGED);
    assertThat(after)
        .isEqualTo(
            before.withVersion(before.version() + 1).withCustom(weight(13).with(FAMILY, "pumps")));
    assertThat(kept(crm, "A").custom()).isEqualTo(weight(14).with(FAMILY, "pumps"));
    assertThat(kept(crm, "A").name().en()).isEqualTo("Renamed");
    assertThat(kept(crm, "A").life().revision()).isEqualTo(2);
  }

  @OnEveryStorage
  void a_field_that_became_required_is_asked_for_only_where_values_change(TestCrm crm) {
    take(crm, new NewProduct("A", content("A")), new NewProduct("B", content("B")));
    declare(crm, WEIGHT, FieldRules.any());
    declare(crm, FAMILY, FieldRules.any().required().withStandard("spares"));

    ProductImportReport report =
        take(crm, new NewProduct("A", content("Renamed")), row("B", weight(1)));

    assertThat(report.rows())
        .extracting(Row::problems)
        .containsExactly(List.of(), List.of("custom.family: is missing"));
    assertThat(kept(crm, "A").name().en()).isEqualTo("Renamed");
    assertThat(kept(crm, "A").custom()).isEqualTo(CustomValues.none());
  }

  @OnEveryStorage
  void who_does_not_see_a_field_imports_past_it_and_does_not_fill_it_in(TestCrm crm) {
    declare(crm, WEIGHT, FieldRules.any());
    declare(crm, FAMILY, FieldRules.any());
    take(crm, row("A", weight(12).with(FAMILY, "pumps")));
    crm.policy(
        AccessPolicy.allowAll()
            .withFields(
                (tenant, actor, type) ->
                    type == Product.class && actor.id().equals("lily")
                        ? FieldAccess.none().masking(0, "custom.family")
                        : FieldAccess.none()));

    take(crm.session("lily"), row("A", weight(13)));

    assertThat(kept(crm, "A").custom()).isEqualTo(weight(13).with(FAMILY, "pumps"));
    for (String sku : List.of("A", "NEW")) {
      assertThatExceptionOfType(AccessDenied.class)
          .isThrownBy(() -> take(crm.session("lily"), row(sku, CustomValues.of(FAMILY, "pumps"))));
    }
  }

  private static List<FieldChange> lastChanges(TestCrm crm, Product product) {
    var history = crm.get(AuditLog.class).historyOf(EntityRef.of(Products.ENTITY, product.id()));
    return history.get(history.size() - 1).changes();
  }
}

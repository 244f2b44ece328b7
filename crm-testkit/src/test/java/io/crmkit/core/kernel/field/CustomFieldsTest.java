package io.crmkit.core.kernel.field;

import static io.crmkit.core.kernel.field.FieldLab.CREDIT;
import static io.crmkit.core.kernel.field.FieldLab.LANGUAGES;
import static io.crmkit.core.kernel.field.FieldLab.NOTE;
import static io.crmkit.core.kernel.field.FieldLab.PARTNER;
import static io.crmkit.core.kernel.field.FieldLab.SCORE;
import static io.crmkit.core.kernel.field.FieldLab.SEEN;
import static io.crmkit.core.kernel.field.FieldLab.SINCE;
import static io.crmkit.core.kernel.field.FieldLab.VIP;
import static io.crmkit.core.kernel.field.FieldLab.declare;
import static io.crmkit.core.kernel.field.FieldLab.declareAll;
import static io.crmkit.core.kernel.field.FieldLab.found;
import static io.crmkit.core.kernel.field.FieldLab.register;
import static io.crmkit.core.kernel.field.FieldLab.searched;
import static io.crmkit.core.kernel.field.FieldLab.set;
import static io.crmkit.core.kernel.field.PerksSetup.TIER;
import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerImports;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerRow;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.ImportCustomers;
import io.crmkit.api.customer.ImportReport;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.CustomValuesChanged;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldUse;
import io.crmkit.api.value.Money;
import io.crmkit.core.kernel.work.KernelReason;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Values of custom fields. */
@WithSetup(PerksSetup.class)
class CustomFieldsTest {

  @OnEveryStorage
  void values_of_every_type_are_kept_and_found(TestCrm crm) {
    declareAll(crm);
    Customer partner = register(crm, "Partner", CustomValues.none());
    CustomValues values =
        CustomValues.of(NOTE, "Ring twice, 按两次铃 🔔")
            .with(SCORE, new BigDecimal("-12.50"))
            .with(SINCE, LocalDate.of(2024, 2, 29))
            .with(SEEN, Instant.parse("2026-03-29T01:30:00.123456789Z"))
            .with(VIP, true)
            .with(CREDIT, Money.of("1000.50", "EUR"))
            .with(LANGUAGES, Set.of("zh", "en"))
            .with(PARTNER, partner.id());

    Customer customer = register(crm, "Riverside", values);

    Customer loaded = crm.get(Customers.class).get(customer.id());
    assertThat(loaded).isEqualTo(customer);
    assertThat(loaded.custom().get(SCORE)).contains(new BigDecimal("-12.5"));
    assertThat(loaded.custom().get(SEEN)).contains(Instant.parse("2026-03-29T01:30:00.123456Z"));
    assertThat(loaded.custom().get(CREDIT)).contains(Money.of("1000.50", "EUR"));
    assertThat(loaded.custom().get(LANGUAGES)).contains(Set.of("en", "zh"));
    assertThat(loaded.custom().get(PARTNER)).contains(partner.id());
    for (Criteria<Customer> where :
        List.of(
            Criteria.startsWith(NOTE.of(Customer.class), "Ring"),
            SCORE.of(Customer.class).eq(new BigDecimal("-12.5")),
            SCORE.of(Customer.class).between(new BigDecimal("-13"), new BigDecimal("-12")),
            SINCE.of(Customer.class).eq(LocalDate.of(2024, 2, 29)),
            SEEN.of(Customer.class).lessThan(Instant.parse("2026-03-29T01:30:00.123457Z")),
            VIP.of(Customer.class).eq(true),
            CREDIT.amountOf(Customer.class).atLeast(new BigDecimal("1000.5")),
            LANGUAGES.has(Customer.class, "zh"),
            PARTNER.of(Customer.class).eq(partner.id()))) {
      assertThat(found(crm, where)).as(where.toString()).containsExactly(customer);
      assertThat(found(crm, Criteria.not(where))).as("not " + where).containsExactly(partner);
    }
  }

  @OnEveryStorage
  void a_choice_that_is_taken_away_is_found_no_more(TestCrm crm) {
    declareAll(crm);
    Customer customer = register(crm, "Riverside", CustomValues.of(LANGUAGES, Set.of("en", "zh")));

    Customer changed = set(crm, customer, CustomValues.of(LANGUAGES, Set.of("zh", "de")));

    assertThat(found(crm, LANGUAGES.has(Customer.class, "en"))).isEmpty();
    assertThat(found(crm, LANGUAGES.hasAny(Customer.class, List.of("en", "de"))))
        .containsExactly(changed);
    assertThat(found(crm, LANGUAGES.has(Customer.class, "zh"))).containsExactly(changed);
  }

  @OnEveryStorage
  void values_that_do_not_fit_are_refused_all_at_once_and_nothing_is_done(TestCrm crm) {
    declareAll(crm);
    Customer customer = register(crm, "Riverside", CustomValues.none());
    CustomValues bad =
        CustomValues.of(TIER, "platinum")
            .with(LANGUAGES, Set.of("en", "fr"))
            .with(Field.text("unknown"), "x")
            .with(NOTE, "x".repeat(251))
            .with(Field.text("vip"), "perhaps")
            .with(Field.text("credit.amount"), "5")
            .with(PARTNER, new CustomerId(crm.newId()));

    assertInvalid(
        () -> set(crm, customer, bad),
        "custom.perks.tier",
        "custom.languages",
        "custom.unknown",
        "custom.note",
        "custom.vip",
        "custom.credit.currency",
        "custom.partner");
    assertThat(crm.get(Customers.class).get(customer.id())).isEqualTo(customer);
  }

  @OnEveryStorage
  void a_required_field_is_asked_for_where_it_can_be_given(TestCrm crm) {
    Customer old = register(crm, "Old", CustomValues.none());
    declare(crm, searched(NOTE).withRules(FieldRules.any().required()));

    assertInvalid(() -> register(crm, "New", CustomValues.none()), "custom.note");
    assertInvalid(() -> set(crm, old, CustomValues.of(TIER, "gold")), "custom.note");
    Customer renamed =
        crm.get(Customers.class)
            .update(UpdateCustomer.of(old).withName(CustomerName.of("Renamed")));
    assertThat(renamed.custom()).isEqualTo(old.custom());
  }

  @OnEveryStorage
  void values_share_version_audit_and_events_of_their_record(TestCrm crm) {
    declare(crm, searched(NOTE).withUse(FieldUse.searched().personal()));
    Customer customer = register(crm, "Riverside", CustomValues.of(NOTE, "one"));

    Customer changed = set(crm, customer, customer.custom().with(NOTE, "two"));

    assertThat(changed.version()).isEqualTo(customer.version() + 1);
    assertThatThrownBy(() -> set(crm, customer, customer.custom()))
        .isInstanceOf(StaleVersion.class);
    List<AuditEntry> history = crm.get(AuditLog.class).historyOf(changed.ref());
    assertThat(history.get(history.size() - 1).changes())
        .containsExactly(new FieldChange("custom.note", "one", "two", true));
    assertThat(crm.events(CustomValuesChanged.class))
        .containsExactly(new CustomValuesChanged(changed.ref(), List.of("note")));
  }

  @OnEveryStorage
  void what_is_found_follows_every_change(TestCrm crm) {
    declareAll(crm);
    Customer customer = register(crm, "Riverside", CustomValues.of(SCORE, BigDecimal.ONE));

    Customer changed = set(crm, customer, customer.custom().with(SCORE, BigDecimal.TEN));
    assertThat(found(crm, SCORE.of(Customer.class).eq(BigDecimal.ONE))).isEmpty();
    assertThat(found(crm, SCORE.of(Customer.class).eq(BigDecimal.TEN))).containsExactly(changed);

    Customer without = set(crm, changed, changed.custom().without(SCORE));
    assertThat(found(crm, SCORE.of(Customer.class).present())).isEmpty();
    assertThat(found(crm, SCORE.of(Customer.class).absent())).containsExactly(without);
  }

  @OnEveryStorage
  void records_are_sorted_and_paged_by_custom_fields_those_without_last(TestCrm crm) {
    declareAll(crm);
    Customer none = register(crm, "None", CustomValues.none());
    Customer ten = register(crm, "Ten", CustomValues.of(SCORE, BigDecimal.TEN));
    Customer nine = register(crm, "Nine", CustomValues.of(SCORE, new BigDecimal("9")));
    Customer minus = register(crm, "Minus", CustomValues.of(SCORE, new BigDecimal("-3")));
    Query<Customer> first =
        Query.<Customer>everything().orderBy(SCORE.of(Customer.class).ascending()).limit(2);

    var page = crm.get(Customers.class).search(first);
    var next = crm.get(Customers.class).search(first.after(page.next()));
    var descending =
        crm.get(Customers.class)
            .search(Query.<Customer>everything().orderBy(SCORE.of(Customer.class).descending()));

    assertThat(page.items()).containsExactly(minus, nine);
    assertThat(next.items()).containsExactly(ten, none);
    assertThat(descending.items()).containsExactly(ten, nine, minus, none);
  }

  @OnEveryStorage
  void what_is_not_searchable_or_of_another_type_is_not_searched(TestCrm crm) {
    declare(crm, FieldDeclaration.of(Customer.class, NOTE));
    declare(crm, searched(SCORE));

    assertInvalid(() -> found(crm, NOTE.of(Customer.class).eq("x")), "custom.note");
    assertInvalid(() -> found(crm, Field.text("score").of(Customer.class).eq("1")), "custom.score");
    assertInvalid(
        () -> found(crm, Field.text("nothing").of(Customer.class).eq("1")), "custom.nothing");
    assertInvalid(
        () ->
            crm.get(Customers.class)
                .search(Query.<Customer>everything().orderBy(NOTE.of(Customer.class).ascending())),
        "custom.note");
  }

  @OnEveryStorage
  void an_import_takes_the_rows_whose_values_fit_and_tells_of_the_others(TestCrm crm) {
    declare(crm, searched(SCORE));
    CustomerRow first =
        CustomerRow.organization("k1", CustomerName.of("One"))
            .withCustom(CustomValues.of(SCORE, BigDecimal.ONE));
    CustomerRow second =
        CustomerRow.organization("k2", CustomerName.of("Two"))
            .withCustom(CustomValues.of(Field.text("score"), "much"));

    ImportReport report =
        crm.get(CustomerImports.class).take(new ImportCustomers(List.of(first, second)));
    ImportReport again =
        crm.get(CustomerImports.class)
            .take(new ImportCustomers(List.of(first.withCustom(CustomValues.of(TIER, "gold")))));

    assertThat(report.rows())
        .extracting(ImportReport.Outcome::result)
        .containsExactly(ImportReport.Result.ADDED, ImportReport.Result.REFUSED);
    assertThat(report.rows().get(1).reasons().toString()).contains("custom.score");
    assertThat(again.rows().get(0).result()).isEqualTo(ImportReport.Result.CHANGED);
    Customer customer = crm.get(Customers.class).byExternalId("k1").orElseThrow();
    assertThat(customer.custom())
        .isEqualTo(CustomValues.of(SCORE, BigDecimal.ONE).with(TIER, "gold"));
  }

  @OnEveryStorage
  void a_known_customer_of_an_import_gets_no_defaults_and_stops_no_other_row(TestCrm crm) {
    CustomerRow old = CustomerRow.organization("k1", CustomerName.of("Old"));
    crm.get(CustomerImports.class).take(new ImportCustomers(List.of(old)));
    set(crm, crm.get(Customers.class).byExternalId("k1").orElseThrow(), CustomValues.none());
    declare(crm, searched(NOTE).withRules(FieldRules.any().required().withStandard("none")));

    ImportReport report =
        crm.get(CustomerImports.class)
            .take(
                new ImportCustomers(
                    List.of(
                        old.withCustom(CustomValues.of(TIER, "gold")),
                        CustomerRow.organization("k2", CustomerName.of("New")))));

    assertThat(report.rows())
        .extracting(ImportReport.Outcome::result)
        .containsExactly(ImportReport.Result.REFUSED, ImportReport.Result.ADDED);
    assertThat(report.rows().get(0).reasons().toString()).contains("custom.note");
  }

  @OnEveryStorage
  void an_import_leaves_values_alone_that_it_does_not_name_and_its_caller_does_not_see(
      TestCrm crm) {
    declareAll(crm);
    CustomerRow row = CustomerRow.organization("k1", CustomerName.of("One"));
    CustomValues all =
        CustomValues.of(NOTE, "secret").with(SCORE, BigDecimal.ONE).with(TIER, "gold");
    crm.get(CustomerImports.class).take(new ImportCustomers(List.of(row.withCustom(all))));
    crm.policy(
        AccessPolicy.allowAll()
            .withFields(
                (tenant, actor, type) ->
                    type == Customer.class && actor.id().equals("lily")
                        ? FieldAccess.none().masking(0, "custom.note")
                        : FieldAccess.none()));
    CustomerImports imports = crm.session("lily").get(CustomerImports.class);

    imports.take(
        new ImportCustomers(List.of(row.withCustom(CustomValues.of(SCORE, BigDecimal.TEN)))));

    assertThat(crm.get(Customers.class).byExternalId("k1").orElseThrow().custom())
        .isEqualTo(all.with(SCORE, BigDecimal.TEN));
    assertThatThrownBy(
            () ->
                imports.take(
                    new ImportCustomers(List.of(row.withCustom(CustomValues.of(NOTE, "secret"))))))
        .isInstanceOf(AccessDenied.class);
  }

  @OnEveryStorage
  void other_values_under_the_same_key_make_another_command(TestCrm crm) {
    declare(crm, searched(NOTE));
    RegisterCustomer command = RegisterCustomer.organization(CustomerName.of("Riverside"));
    CustomValues one = CustomValues.of(NOTE, "one");
    CustomValues two = CustomValues.of(NOTE, "two");

    Customer made =
        crm.session().giving(Customer.class, one).once("k").get(Customers.class).register(command);

    assertThat(
            crm.session()
                .giving(Customer.class, one)
                .once("k")
                .get(Customers.class)
                .register(command))
        .isEqualTo(made);
    assertRefused(
        () ->
            crm.session()
                .giving(Customer.class, two)
                .once("k")
                .get(Customers.class)
                .register(command),
        KernelReason.IDEMPOTENCY_KEY_REUSED);
  }
}

package io.crmkit.core.kernel.field;

import static io.crmkit.core.kernel.field.PerksSetup.TIER;
import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.field.ChoicesField;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.CustomValuesChanged;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldChoice;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldUse;
import io.crmkit.api.field.MoneyField;
import io.crmkit.api.field.SetCustomValues;
import io.crmkit.api.field.SingleField;
import io.crmkit.api.module.Modules;
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

/** Custom fields of modules and of tenants, and their values. */
@WithSetup(PerksSetup.class)
class CustomFieldsTest {

  private static final SingleField<String> NOTE = Field.text("note");
  private static final SingleField<BigDecimal> SCORE = Field.number("score");
  private static final SingleField<LocalDate> SINCE = Field.date("since");
  private static final SingleField<Instant> SEEN = Field.instant("seen");
  private static final SingleField<Boolean> VIP = Field.yesNo("vip");
  private static final MoneyField CREDIT = Field.money("credit");
  private static final ChoicesField LANGUAGES = Field.choices("languages");
  private static final SingleField<CustomerId> PARTNER =
      Field.reference("partner", CustomerId.class, CustomerId::new);

  private static FieldDeclaration searched(Field<?> field) {
    return FieldDeclaration.of(Customer.class, field).withUse(FieldUse.searched());
  }

  private static FieldDefinition declare(TestCrm crm, FieldDeclaration declaration) {
    return crm.get(CustomFields.class).declare(declaration);
  }

  private static void declareAll(TestCrm crm) {
    List.of(NOTE, SCORE, SINCE, SEEN, VIP, CREDIT).forEach(f -> declare(crm, searched(f)));
    declare(
        crm,
        searched(LANGUAGES)
            .withRules(
                FieldRules.any()
                    .withChoices(
                        List.of(
                            FieldChoice.of("en"), FieldChoice.of("zh"), FieldChoice.of("de")))));
    declare(crm, searched(PARTNER).withTarget(Customer.class));
  }

  private static Customer register(TestCrm crm, String name, CustomValues values) {
    return crm.get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of(name)).withCustom(values));
  }

  private static Customer set(TestCrm crm, Customer customer, CustomValues values) {
    return crm.get(CustomFields.class)
        .set(new SetCustomValues<>(Customer.class, customer.id(), customer.version(), values));
  }

  private static List<Customer> found(TestCrm crm, Criteria<Customer> where) {
    return crm.get(Customers.class).search(Query.where(where)).items();
  }

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
  void a_field_of_a_module_is_there_for_every_tenant_with_what_it_is_by_default(TestCrm crm) {
    Customer customer = register(crm, "Riverside", CustomValues.none());

    assertThat(customer.custom().get(TIER)).contains("basic");
    assertThat(crm.get(CustomFields.class).of(Customer.class))
        .extracting(FieldDefinition::key, f -> f.origin().module())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("perks.tier", "perks"));
    assertThat(found(crm, TIER.of(Customer.class).in(List.of("gold", "basic"))))
        .containsExactly(customer);
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
  void a_retired_field_keeps_its_values_and_comes_back_with_them(TestCrm crm) {
    declare(crm, searched(NOTE));
    Customer customer = register(crm, "Riverside", CustomValues.of(NOTE, "kept"));

    crm.get(CustomFields.class).retire(Customer.class, "note");

    assertInvalid(() -> set(crm, customer, customer.custom().with(NOTE, "new")), "custom.note");
    assertInvalid(() -> found(crm, NOTE.of(Customer.class).eq("kept")), "custom.note");
    Customer other = set(crm, customer, customer.custom().with(TIER, "gold"));
    assertThat(other.custom().get(NOTE)).contains("kept");
    crm.get(CustomFields.class).change(searched(NOTE));
    assertThat(found(crm, NOTE.of(Customer.class).eq("kept"))).containsExactly(other);
  }

  @OnEveryStorage
  void a_choice_that_is_taken_away_stays_where_it_is(TestCrm crm) {
    declareAll(crm);
    Customer customer = register(crm, "Riverside", CustomValues.of(LANGUAGES, Set.of("de", "en")));
    crm.get(CustomFields.class)
        .change(
            searched(LANGUAGES)
                .withRules(
                    FieldRules.any()
                        .withChoices(List.of(FieldChoice.of("en"), FieldChoice.of("zh")))));

    Customer changed = set(crm, customer, customer.custom().with(LANGUAGES, Set.of("de", "zh")));

    assertThat(changed.custom().get(LANGUAGES)).contains(Set.of("de", "zh"));
    assertInvalid(
        () -> register(crm, "New", CustomValues.of(LANGUAGES, Set.of("de"))), "custom.languages");
  }

  @OnEveryStorage
  void a_type_never_changes_and_long_texts_do_not_become_searchable(TestCrm crm) {
    declare(crm, FieldDeclaration.of(Customer.class, NOTE));
    register(crm, "Riverside", CustomValues.of(NOTE, "long ".repeat(100)));

    assertRefused(
        () -> crm.get(CustomFields.class).change(searched(Field.number("note"))),
        KernelReason.FIELD_TYPE_FIXED);
    assertRefused(
        () -> crm.get(CustomFields.class).change(searched(NOTE)),
        KernelReason.FIELD_VALUES_TOO_LONG);
    assertRefused(() -> declare(crm, searched(NOTE)), KernelReason.FIELD_KEY_TAKEN);
    assertThatThrownBy(() -> crm.get(CustomFields.class).retire(Customer.class, "perks.tier"))
        .isInstanceOf(NotFound.class);
  }

  @OnEveryStorage
  void a_field_that_was_shown_only_is_searched_with_all_that_it_holds(TestCrm crm) {
    declare(crm, FieldDeclaration.of(Customer.class, NOTE));
    Customer customer = register(crm, "Riverside", CustomValues.of(NOTE, "here"));

    crm.get(CustomFields.class).change(searched(NOTE));

    assertThat(found(crm, NOTE.of(Customer.class).eq("here"))).containsExactly(customer);
  }

  @OnEveryStorage
  void a_tenant_does_not_have_the_fields_of_another(TestCrm crm) {
    declare(crm, searched(NOTE));
    TestCrm other = crm.otherTenant();

    assertInvalid(() -> register(other, "Twin", CustomValues.of(NOTE, "x")), "custom.note");
    assertThat(other.get(CustomFields.class).of(Customer.class))
        .extracting(FieldDefinition::key)
        .containsExactly("perks.tier");
  }

  @OnEveryStorage
  void a_module_that_is_off_leaves_its_values_in_peace(TestCrm crm) {
    Customer customer = register(crm, "Riverside", CustomValues.of(TIER, "gold"));
    crm.get(Modules.class).switchOff("perks");

    assertThat(register(crm, "New", CustomValues.none()).custom()).isEqualTo(CustomValues.none());
    assertInvalid(() -> set(crm, customer, CustomValues.of(TIER, "basic")), "custom.perks.tier");
    assertThat(crm.get(Customers.class).get(customer.id()).custom().get(TIER)).contains("gold");
  }

  @OnEveryStorage
  void declarations_that_make_no_sense_are_refused_with_every_fault(TestCrm crm) {
    assertInvalid(
        () ->
            declare(
                crm,
                FieldDeclaration.of(Customer.class, Field.text("a.b"))
                    .withRules(
                        FieldRules.any()
                            .withPattern("(")
                            .withMaxLength(0)
                            .withChoices(List.of(FieldChoice.of("x"))))),
        "key",
        "rules.pattern",
        "rules.maxLength",
        "rules.choices");
    assertInvalid(
        () -> declare(crm, FieldDeclaration.of(Customer.class, Field.choice("x"))),
        "rules.choices");
    assertInvalid(
        () ->
            declare(
                crm,
                FieldDeclaration.of(Customer.class, SCORE)
                    .withRules(FieldRules.any().withAtLeast("10").withAtMost("9"))),
        "rules.atMost");
    assertInvalid(
        () ->
            declare(
                crm,
                FieldDeclaration.of(Customer.class, SINCE)
                    .withRules(FieldRules.any().withStandard("2023-02-29"))),
        "rules.standard");
    assertInvalid(() -> declare(crm, FieldDeclaration.of(String.class, NOTE)), "entity");
    assertInvalid(() -> declare(crm, FieldDeclaration.of(Customer.class, PARTNER)), "target");
  }

  @OnEveryStorage
  void a_group_that_is_undone_leaves_neither_field_nor_value(TestCrm crm) {
    assertThatThrownBy(
            () ->
                crm.session()
                    .transaction(
                        s -> {
                          s.get(CustomFields.class).declare(searched(NOTE));
                          s.get(Customers.class)
                              .register(
                                  RegisterCustomer.organization(CustomerName.of("Gone"))
                                      .withCustom(CustomValues.of(NOTE, "x")));
                          throw new IllegalStateException("on purpose");
                        }))
        .hasMessage("on purpose");

    assertThat(crm.get(CustomFields.class).of(Customer.class)).hasSize(1);
    assertInvalid(() -> register(crm, "New", CustomValues.of(NOTE, "x")), "custom.note");
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

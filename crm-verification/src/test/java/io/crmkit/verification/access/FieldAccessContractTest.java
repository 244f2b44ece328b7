package io.crmkit.verification.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.CrmSession;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.access.Right;
import io.crmkit.api.access.RolePolicy;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.feed.FeedChange;
import io.crmkit.api.field.ChoicesField;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldChoice;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldUse;
import io.crmkit.api.field.SetCustomValues;
import io.crmkit.api.value.Money;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Samples;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules for single fields: what is seen of them, and who fills them in. */
class FieldAccessContractTest {

  private static final Field<String> SECRET = Field.text("secret");
  private static final Field<String> OPEN = Field.text("open");
  private static final ChoicesField TRAITS = Field.choices("traits");

  /** Whoever is not the root sees less. */
  static CrmSession under(TestCrm crm, Class<?> entity, FieldAccess fields) {
    crm.policy(
        AccessPolicy.allowAll()
            .withFields(
                (tenant, actor, type) ->
                    type == entity && !actor.id().equals("root") ? fields : FieldAccess.none()));
    return crm.session("lily");
  }

  private static CrmSession root(TestCrm crm) {
    return crm.session("root");
  }

  private static Customer acme(TestCrm crm) {
    return new Samples(root(crm))
        .organization(
            "Acme",
            c ->
                c.withProfile(
                        c.profile()
                            .withSector("steel")
                            .withAnnualRevenue(Money.of("1000000", "EUR")))
                    .withExternalId("ERP-4711-0815")
                    .withContactPoints(List.of(ContactPoint.email("ann@acme.example"))));
  }

  private static final FieldAccess LESS =
      FieldAccess.none()
          .hiding("profile.annualRevenue", "contactPoints")
          .masking(4, "externalId")
          .readOnly("profile.sector");

  @OnEveryStorage
  void a_hidden_field_is_as_if_it_had_no_value_and_a_masked_one_shows_its_end(TestCrm crm) {
    Customer whole = acme(crm);
    Customer shown = under(crm, Customer.class, LESS).get(Customers.class).get(whole.id());

    assertThat(shown)
        .isEqualTo(
            whole
                .withProfile(whole.profile().withAnnualRevenue(null))
                .withContactPoints(List.of())
                .withExternalId("\u2022\u2022\u20220815"));
    assertThat(root(crm).get(Customers.class).get(whole.id())).isEqualTo(whole);
  }

  @OnEveryStorage
  void lists_and_what_views_are_made_of_show_no_more(TestCrm crm) {
    Customer whole = acme(crm);
    CrmSession lily = under(crm, Customer.class, LESS);
    Customer shown = lily.get(Customers.class).get(whole.id());

    assertThat(lily.get(Customers.class).search(Query.everything()).items()).containsExactly(shown);
    assertThat(lily.get(Customers.class).findAll(List.of(whole.id()))).containsExactly(shown);
    assertThat(lily.get(CustomerViews.class).mergeFields(whole.id()).toString())
        .contains("Acme")
        .doesNotContain("ann@acme.example", "4711");
  }

  @OnEveryStorage
  void what_is_not_shown_is_not_searched_and_not_sorted_by(TestCrm crm) {
    acme(crm);
    Customers customers = under(crm, Customer.class, LESS).get(Customers.class);

    assertThat(customers.count(CustomerAttributes.SECTOR.eq("steel"))).isEqualTo(1);
    assertThat(customers.count(CustomerAttributes.ANNUAL_REVENUE.atLeast(BigDecimal.ONE))).isZero();
    assertThat(customers.count(CustomerAttributes.ANNUAL_REVENUE.absent())).isEqualTo(1);
    assertThat(customers.count(CustomerAttributes.EXTERNAL_ID.eq("ERP-4711-0815"))).isZero();
    assertThat(
            customers.count(
                CustomerAttributes.CONTACT_POINTS.any(
                    CustomerAttributes.NORMALIZED.eq("ann@acme.example"))))
        .isZero();
    assertThatThrownBy(
            () ->
                customers.search(
                    Query.<Customer>everything()
                        .orderBy(CustomerAttributes.EXTERNAL_ID.ascending())))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("externalId");
  }

  @OnEveryStorage
  void whoever_is_shown_no_name_does_not_find_by_it(TestCrm crm) {
    acme(crm);
    Customers customers =
        under(crm, Customer.class, FieldAccess.none().masking("name.latin")).get(Customers.class);

    assertThat(customers.count(Criteria.contains(CustomerAttributes.SEARCH_NAME, "acme"))).isZero();
  }

  @OnEveryStorage
  void giving_back_what_was_shown_loses_nothing(TestCrm crm) {
    Customer whole = acme(crm);
    Customers customers = under(crm, Customer.class, LESS).get(Customers.class);
    Customer shown = customers.get(whole.id());

    Customer answer =
        customers.update(
            UpdateCustomer.of(shown)
                .withName(CustomerName.of("Acme Steel"))
                .withExternalId(shown.externalId())
                .withProfile(shown.profile().withWebsite("acme.example"))
                .withContactPoints(shown.contactPoints()));

    assertThat(answer.profile().annualRevenue()).isNull();
    assertThat(root(crm).get(Customers.class).get(whole.id()))
        .isEqualTo(
            whole
                .withName(CustomerName.of("Acme Steel"))
                .withProfile(whole.profile().withWebsite("acme.example"))
                .withVersion(2));
  }

  @OnEveryStorage
  void what_may_not_be_filled_in_is_refused_by_name_and_nothing_changes(TestCrm crm) {
    Customer whole = acme(crm);
    Customers customers = under(crm, Customer.class, LESS).get(Customers.class);
    Customer shown = customers.get(whole.id());
    UpdateCustomer nothing = UpdateCustomer.of(shown);

    refused(customers, nothing.withProfile(shown.profile().withSector("glass")), "profile.sector");
    refused(customers, nothing.withProfile(shown.profile().withSector(null)), "profile.sector");
    refused(
        customers,
        nothing.withProfile(shown.profile().withAnnualRevenue(Money.of("1", "EUR"))),
        "profile.annualRevenue");
    refused(customers, nothing.withExternalId("ERP-1"), "externalId");
    refused(
        customers,
        nothing.withContactPoints(List.of(ContactPoint.email("bob@acme.example"))),
        "contactPoints");
    assertThatThrownBy(
            () ->
                customers.register(
                    RegisterCustomer.organization(CustomerName.of("Borg")).withExternalId("B-1")))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("create")
        .hasMessageContaining("externalId");
    assertThat(root(crm).get(Customers.class).search(Query.everything()).items())
        .containsExactly(whole);
  }

  private static void refused(Customers customers, UpdateCustomer command, String field) {
    assertThatThrownBy(() -> customers.update(command))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("not the field " + field);
  }

  @OnEveryStorage
  void the_audit_and_the_feed_tell_that_it_changed_but_not_what_to(TestCrm crm) {
    Customer whole = acme(crm);
    CrmSession lily = under(crm, Customer.class, LESS);

    AuditEntry entry = lily.get(AuditLog.class).historyOf(whole.ref()).get(0);
    assertThat(change(entry.changes(), "profile.annualRevenue.amount").after()).isNull();
    assertThat(change(entry.changes(), "contactPoints[0].raw").after()).isNull();
    assertThat(change(entry.changes(), "externalId").after()).isEqualTo("\u2022\u2022\u20220815");
    assertThat(change(entry.changes(), "profile.sector").after()).isEqualTo("steel");
    FeedChange fed = lily.get(ChangeFeed.class).read(null, 10).changes().get(0);
    assertThat(change(fed.changes(), "contactPoints[0].raw").after()).isNull();
    assertThat(
            change(
                    root(crm).get(AuditLog.class).historyOf(whole.ref()).get(0).changes(),
                    "contactPoints[0].raw")
                .after())
        .isEqualTo("ann@acme.example");
  }

  private static AuditEntry.FieldChange change(List<AuditEntry.FieldChange> all, String path) {
    return all.stream().filter(c -> c.path().equals(path)).findFirst().orElseThrow();
  }

  @OnEveryStorage
  void custom_fields_have_rules_as_others_have(TestCrm crm) {
    CustomFields fields = root(crm).get(CustomFields.class);
    fields.declare(FieldDeclaration.of(Customer.class, SECRET));
    fields.declare(FieldDeclaration.of(Customer.class, OPEN));
    Customer whole =
        new Samples(root(crm))
            .organization(
                "Acme", c -> c.withCustom(CustomValues.of(SECRET, "black").with(OPEN, "white")));
    CrmSession lily = under(crm, Customer.class, FieldAccess.none().hiding("custom.secret"));
    Customer shown = lily.get(Customers.class).get(whole.id());

    assertThat(shown.custom()).isEqualTo(CustomValues.of(OPEN, "white"));
    lily.get(CustomFields.class)
        .set(
            new SetCustomValues<>(
                Customer.class, shown.id(), shown.version(), CustomValues.of(OPEN, "grey")));
    assertThat(root(crm).get(Customers.class).get(whole.id()).custom())
        .isEqualTo(CustomValues.of(OPEN, "grey").with(SECRET, "black"));
    assertThatThrownBy(
            () ->
                new Samples(lily.giving(Customer.class, CustomValues.of(SECRET, "red")))
                    .organization("Borg"))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("custom.secret");
  }

  @OnEveryStorage
  void nobody_finds_out_by_searching_which_choices_are_hidden(TestCrm crm) {
    root(crm)
        .get(CustomFields.class)
        .declare(
            FieldDeclaration.of(Customer.class, TRAITS)
                .withRules(FieldRules.any().withChoices(List.of(FieldChoice.of("late"))))
                .withUse(FieldUse.searched()));
    new Samples(root(crm))
        .organization("Acme", c -> c.withCustom(CustomValues.of(TRAITS, Set.of("late"))));
    Query<Customer> late = Query.where(TRAITS.has(Customer.class, "late"));
    CrmSession lily = under(crm, Customer.class, FieldAccess.none().hiding("custom.traits"));

    assertThat(root(crm).get(Customers.class).search(late).items()).hasSize(1);
    assertThat(lily.get(Customers.class).search(late).items()).isEmpty();
  }

  @OnEveryStorage
  void a_rule_that_cannot_be_followed_is_told_with_the_field(TestCrm crm) {
    Customer acme = acme(crm);

    unfollowable(crm, acme, FieldAccess.none().hiding("number"), "number");
    unfollowable(crm, acme, FieldAccess.none().masking("profile.employees"), "employees");
    unfollowable(crm, acme, FieldAccess.none().hiding("profil"), "profil");
    unfollowable(crm, acme, FieldAccess.none().hiding("profile.annualRevenue.amount"), "amount");
    unfollowable(crm, acme, FieldAccess.none().hiding("id"), "id");
  }

  private static void unfollowable(TestCrm crm, Customer acme, FieldAccess fields, String field) {
    CrmSession lily = under(crm, Customer.class, fields);
    assertThatThrownBy(() -> lily.get(Customers.class).get(acme.id()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(field);
  }

  @OnEveryStorage
  void roles_hide_what_no_right_over_all_records_shows(TestCrm crm) {
    Customer acme = acme(crm);
    // begin docs/access.md
    AccessPolicy policy =
        RolePolicy.byRoles()
            .role("admin", Right.everything())
            .role(
                "support",
                Right.writing(Customer.class)
                    .hiding("profile.annualRevenue")
                    .masking("externalId")
                    .readOnly("profile.sector"))
            .role("finance", Right.reading(Customer.class))
            .build();
    // end docs/access.md
    crm.policy(policy);

    assertThat(revenueFor(crm, acme, "support")).isEmpty();
    assertThat(revenueFor(crm, acme, "finance")).isPresent();
    assertThat(revenueFor(crm, acme, "support", "finance")).isPresent();
    Customers both = crm.session("lily", "support", "finance").get(Customers.class);
    assertThatThrownBy(
            () ->
                both.update(
                    UpdateCustomer.of(acme).withProfile(acme.profile().withSector("glass"))))
        .isInstanceOf(AccessDenied.class);
  }

  private static Optional<Money> revenueFor(TestCrm crm, Customer acme, String... roles) {
    Actor actor = new Actor("lily", Set.of(roles), null);
    return Optional.ofNullable(
        crm.session(actor).get(Customers.class).get(acme.id()).profile().annualRevenue());
  }

  @OnEveryStorage
  void a_right_over_some_records_lifts_nothing(TestCrm crm) {
    Customer acme = acme(crm);
    crm.policy(
        RolePolicy.byRoles()
            .role("admin", Right.everything())
            .role("support", Right.reading(Customer.class).hiding("profile"))
            .role("key-account", Right.reading(Customer.class).own())
            .build());

    assertThat(revenueFor(crm, acme, "support", "key-account")).isEmpty();
  }

  @OnEveryStorage
  void a_masked_text_that_is_short_shows_nothing_of_itself(TestCrm crm) {
    Customer acme = acme(crm);
    Customers customers =
        under(crm, Customer.class, FieldAccess.none().masking(3, "profile.sector"))
            .get(Customers.class);

    assertThat(customers.get(acme.id()).profile().sector()).isEqualTo("\u2022\u2022\u2022");
  }

  @OnEveryStorage
  void a_guess_that_is_right_is_denied_like_any_other(TestCrm crm) {
    root(crm).get(CustomFields.class).declare(FieldDeclaration.of(Customer.class, SECRET));
    Customer whole = acme(crm);
    root(crm)
        .get(CustomFields.class)
        .set(
            new SetCustomValues<>(Customer.class, whole.id(), 1, CustomValues.of(SECRET, "black")));
    CrmSession lily = under(crm, Customer.class, LESS.hiding("custom.secret"));
    Customers customers = lily.get(Customers.class);
    Customer shown = customers.get(whole.id());
    UpdateCustomer nothing = UpdateCustomer.of(shown);

    refused(customers, nothing.withExternalId(whole.externalId()), "externalId");
    refused(customers, nothing.withContactPoints(whole.contactPoints()), "contactPoints");
    refused(customers, nothing.withProfile(whole.profile()), "profile.annualRevenue");
    assertThatThrownBy(
            () ->
                lily.get(CustomFields.class)
                    .set(
                        new SetCustomValues<>(
                            Customer.class, whole.id(), 2, CustomValues.of(SECRET, "black"))))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("custom.secret");
  }

  @OnEveryStorage
  void whoever_sees_no_custom_fields_makes_records_without(TestCrm crm) {
    CrmSession lily = under(crm, Customer.class, FieldAccess.none().hiding("custom"));

    Customer made = new Samples(lily).organization("Acme");

    assertThat(root(crm).get(Customers.class).get(made.id()).custom().isEmpty()).isTrue();
  }
}

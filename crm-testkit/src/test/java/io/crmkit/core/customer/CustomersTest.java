package io.crmkit.core.customer;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.Access;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Consent;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerChanged;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.CustomerRegistered;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.PostalAddress;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.value.Money;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

class CustomersTest {

  private static final RegisterCustomer HOSPITAL =
      RegisterCustomer.organization(CustomerName.of("Riverside Hospital", "河畔医院"))
          .withNumber("K-77")
          .withExternalId("erp-4711")
          .withProfile(
              CustomerProfile.unknown()
                  .withSector("medical")
                  .withYearEstablished(1952)
                  .withEmployees(1_200)
                  .withAnnualRevenue(Money.of("587.34", "USD"))
                  .withCountry("CN"))
          .withContactPoints(
              List.of(
                  ContactPoint.phone("021 6432 1234"),
                  ContactPoint.email("Info@Riverside.Example")
                      .withConsent(
                          Consent.granted(Instant.parse("2026-01-05T08:00:00Z"), "web form")),
                  ContactPoint.address(
                      "1 River Road, Shanghai",
                      PostalAddress.empty().withCity("Shanghai").withCountry("CN"))));

  @OnEveryStorage
  void everything_said_at_registration_is_kept(TestCrm crm) {
    Customer registered = crm.get(Customers.class).register(HOSPITAL);

    Customer loaded = crm.get(Customers.class).get(registered.id());
    assertThat(loaded).isEqualTo(registered);
    assertThat(loaded.kind()).isEqualTo(CustomerKind.ORGANIZATION);
    assertThat(loaded.name()).isEqualTo(CustomerName.of("Riverside Hospital", "河畔医院"));
    assertThat(loaded.profile()).isEqualTo(HOSPITAL.profile());
    assertThat(loaded.contactPoints())
        .extracting(ContactPoint::normalized)
        .containsExactly("+862164321234", "info@riverside.example", null);
    assertThat(loaded.contactPoints().get(0).raw()).isEqualTo("021 6432 1234");
    assertThat(loaded.contactPoints().get(1).consent().state()).isEqualTo(Consent.State.GRANTED);
    assertThat(loaded.registeredAt()).isEqualTo(crm.session().now());
    assertThat(crm.events(CustomerRegistered.class)).hasSize(1);
  }

  @OnEveryStorage
  void a_customer_of_whom_only_the_name_is_known_is_kept_too(TestCrm crm) {
    Customer person =
        crm.get(Customers.class).register(RegisterCustomer.person(CustomerName.of("李伟")));

    assertThat(crm.get(Customers.class).get(person.id())).isEqualTo(person);
    assertThat(person.profile()).isEqualTo(CustomerProfile.unknown());
    assertThat(person.name().chinese()).isEqualTo("李伟");
  }

  @OnEveryStorage
  void a_customer_is_found_by_number_and_external_key_letter_for_letter(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    Customer hospital = customers.register(HOSPITAL);

    assertThat(customers.byNumber("K-77")).contains(hospital);
    assertThat(customers.byNumber("k-77")).isEmpty();
    assertThat(customers.byExternalId("erp-4711")).contains(hospital);
    assertThat(customers.byExternalId("erp-471")).isEmpty();
  }

  @OnEveryStorage
  void customers_without_a_number_get_the_next_one_that_nobody_has(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    RegisterCustomer plain = RegisterCustomer.person(CustomerName.of("Ann"));
    customers.register(plain.withNumber("C000002"));

    assertThat(customers.register(plain).number()).isEqualTo("C000001");
    assertThat(customers.register(plain).number()).isEqualTo("C000003");
  }

  @OnEveryStorage
  void a_taken_number_and_a_taken_external_key_are_both_told(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    customers.register(HOSPITAL);
    Fingerprint before = crm.fingerprint();

    assertRefused(
        () -> customers.register(HOSPITAL),
        CustomerReason.NUMBER_TAKEN,
        CustomerReason.EXTERNAL_ID_TAKEN);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void of_several_who_register_the_same_external_key_at_once_one_succeeds(TestCrm crm) {
    Customers customers = crm.get(Customers.class);

    Race<Customer> race = Race.of(4, i -> customers.register(HOSPITAL.withNumber("N" + i)));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).hasSize(3).allMatch(Refused.class::isInstance);
    assertThat(customers.count(Criteria.all())).isEqualTo(1);
  }

  @OnEveryStorage
  void the_same_registration_under_one_key_is_done_once(TestCrm crm) {
    Customer first = crm.session().once("form-1").get(Customers.class).register(HOSPITAL);
    Customer second = crm.session().once("form-1").get(Customers.class).register(HOSPITAL);

    assertThat(second).isEqualTo(first);
    assertThat(crm.events(CustomerRegistered.class)).hasSize(1);
  }

  @OnEveryStorage
  void every_fault_of_a_registration_is_told_with_its_place(TestCrm crm) {
    RegisterCustomer bad =
        RegisterCustomer.organization(new CustomerName(" ", null, "x".repeat(101)))
            .withNumber("n".repeat(41))
            .withProfile(
                CustomerProfile.unknown()
                    .withYearEstablished(0)
                    .withEmployees(-1)
                    .withCountry("cn")
                    .withAnnualRevenue(Money.of("-1", "EUR")))
            .withContactPoints(
                List.of(
                    ContactPoint.phone("call me"),
                    ContactPoint.email("a@b@c d"),
                    ContactPoint.phone("1").withAddress(PostalAddress.empty())));

    assertInvalid(
        () -> crm.get(Customers.class).register(bad),
        "name",
        "name.shortName",
        "number",
        "profile.yearEstablished",
        "profile.employees",
        "profile.country",
        "profile.annualRevenue",
        "contactPoints[0].raw",
        "contactPoints[1].raw",
        "contactPoints[2].address");
  }

  @OnEveryStorage
  void an_update_changes_what_it_gives_and_leaves_the_rest(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    Customer before = customers.register(HOSPITAL);

    Customer after =
        customers.update(
            UpdateCustomer.of(before)
                .withProfile(before.profile().withEmployees(1_300))
                .withContactPoints(List.of(ContactPoint.mobile("+86 138 0013 8000"))));

    assertThat(customers.get(before.id())).isEqualTo(after);
    assertThat(after.profile().employees()).isEqualTo(1_300);
    assertThat(after.contactPoints()).hasSize(1);
    assertThat(after.name()).isEqualTo(before.name());
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(crm.events(CustomerChanged.class))
        .containsExactly(new CustomerChanged(before.id(), List.of("profile", "contactPoints")));
  }

  @OnEveryStorage
  void an_update_that_changes_nothing_is_no_change(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    Customer before = customers.register(HOSPITAL);
    Fingerprint fingerprint = crm.fingerprint();

    assertThat(
            customers.update(
                UpdateCustomer.of(before)
                    .withName(before.name())
                    .withContactPoints(before.contactPoints())))
        .isEqualTo(before);
    assertThat(crm.events(CustomerChanged.class)).isEmpty();
    assertThat(crm.fingerprint()).isEqualTo(fingerprint);
  }

  @OnEveryStorage
  void an_update_of_an_older_version_is_refused(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    Customer before = customers.register(HOSPITAL);
    customers.update(UpdateCustomer.of(before).withNumber("K-78"));

    assertThatThrownBy(() -> customers.update(UpdateCustomer.of(before).withNumber("K-79")))
        .isInstanceOf(StaleVersion.class);
  }

  @OnEveryStorage
  void a_name_is_found_whatever_its_case_width_accents_and_punctuation(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    People people = new People(crm);
    Customer street = people.organization("Große Straße Möbel-Haus GmbH & Co.");
    Customer irish = people.organization("O'Reilly Media");
    Customer hospital = customers.register(HOSPITAL);

    assertThat(customers.named("GROSSE STRASSE mobel haus")).containsExactly(street);
    assertThat(customers.named("oreilly")).containsExactly(irish);
    assertThat(customers.named("ｒｉｖｅｒｓｉｄｅ")).containsExactly(hospital);
    assertThat(customers.named("河 畔")).containsExactly(hospital);
    assertThat(customers.named("畔医")).containsExactly(hospital);
    assertThat(customers.named(" -!% ")).isEmpty();
    assertThat(customers.named("_")).isEmpty();
  }

  @OnEveryStorage
  void names_that_begin_with_the_text_come_first(TestCrm crm) {
    People people = new People(crm);
    Customer within = people.organization("Alpha River");
    Customer second = people.organization("River Works");
    Customer first = people.organization("River Boats");

    assertThat(crm.get(Customers.class).named("river")).containsExactly(first, second, within);
  }

  @OnEveryStorage
  void customers_are_reached_by_any_spelling_of_number_and_address(TestCrm crm) {
    crm.profile(
        new TenantProfile(ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"), Locale.CHINESE));
    Customers customers = crm.get(Customers.class);
    Customer hospital = customers.register(HOSPITAL);

    for (String spelling :
        List.of("+86 21 6432 1234", "(021) 6432-1234", "0086 21 64321234", "０２１６４３２１２３４")) {
      assertThat(customers.reachedBy(ContactChannel.PHONE, spelling))
          .as(spelling)
          .containsExactly(hospital);
    }
    assertThat(customers.reachedBy(ContactChannel.EMAIL, " INFO@riverside.example "))
        .containsExactly(hospital);
    assertThat(customers.reachedBy(ContactChannel.FAX, "+86 21 6432 1234")).isEmpty();
  }

  @OnEveryStorage
  void customers_are_searched_by_profile_city_and_consent(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    Customer hospital = customers.register(HOSPITAL);
    new People(crm).organization("Somebody else");

    Criteria<Customer> where =
        Criteria.and(
            CustomerAttributes.SECTOR.eq("medical"),
            CustomerAttributes.EMPLOYEES.atLeast(1_000),
            CustomerAttributes.CONTACT_POINTS.any(CustomerAttributes.CITY.eq("Shanghai")),
            CustomerAttributes.CONTACT_POINTS.any(
                Criteria.and(
                    CustomerAttributes.CHANNEL.eq(ContactChannel.EMAIL),
                    CustomerAttributes.CONSENT.eq(Consent.State.GRANTED))));

    assertThat(customers.search(Query.where(where)).items()).containsExactly(hospital);
    assertThat(customers.count(Criteria.not(where))).isEqualTo(1);
  }

  @OnEveryStorage
  void an_export_hands_over_every_customer_once(TestCrm crm) {
    People people = new People(crm);
    List<Customer> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(people.person("Person " + i));
    }
    List<Customer> exported = new ArrayList<>();

    crm.get(Customers.class).export(Criteria.all(), exported::addAll);

    assertThat(exported).containsExactlyInAnyOrderElementsOf(all);
  }

  @OnEveryStorage
  void a_customer_outside_the_callers_view_does_not_exist_for_them(TestCrm crm) {
    Customer hidden = new People(crm).organization("Hidden");
    Customer shown = crm.get(Customers.class).register(HOSPITAL);
    crm.policy(
        request ->
            request.entity() == Customer.class
                ? Access.only(CustomerAttributes.SECTOR.eq("medical"))
                : Access.allow());
    Customers customers = crm.get(Customers.class);

    assertThat(customers.find(shown.id())).isPresent();
    assertThat(customers.find(hidden.id())).isEmpty();
    assertThat(customers.named("hidden")).isEmpty();
    assertThatThrownBy(() -> customers.get(hidden.id())).isInstanceOf(NotFound.class);
  }
}

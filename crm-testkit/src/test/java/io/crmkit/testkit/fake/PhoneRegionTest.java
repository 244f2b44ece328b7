package io.crmkit.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.Customers;
import io.crmkit.testkit.CrmTest;
import io.crmkit.testkit.Samples;
import io.crmkit.testkit.TestCrm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers without a country code are read as the host says. */
@CrmTest(setup = RecordingPhoneRegion.class)
class PhoneRegionTest {

  private final RecordingPhoneRegion host;

  PhoneRegionTest(TestCrm crm) {
    this.host = crm.setup(RecordingPhoneRegion.class);
  }

  private static Customer withPhone(Samples given, String number) {
    return given.organization(
        "Acme", c -> c.withContactPoints(List.of(ContactPoint.phone(number))));
  }

  private static String normalized(Customer customer) {
    return String.valueOf(customer.contactPoints().get(0).normalized());
  }

  @Test
  void a_number_without_a_country_code_is_one_of_the_country_that_the_host_names(
      TestCrm crm, Samples given) {
    host.answer(crm.tenant(), "DE");

    Customer acme = withPhone(given, "030 1234567");

    assertThat(normalized(acme)).isEqualTo("+49301234567");
    assertThat(host.asked(crm.tenant())).isNotEmpty().containsOnly(Actor.of(TestCrm.ACTOR));
  }

  @Test
  void a_host_that_names_no_country_leaves_the_digits(TestCrm crm, Samples given) {
    Customer acme = withPhone(given, "030 1234567");

    assertThat(normalized(acme)).isEqualTo("0301234567");
    assertThat(host.asked(crm.tenant())).isNotEmpty();
  }

  @Test
  void what_is_answered_for_one_tenant_is_not_for_another(TestCrm crm) {
    TestCrm other = crm.otherTenant();
    host.answer(crm.tenant(), "DE");
    host.answer(other.tenant(), "CN");

    assertThat(normalized(withPhone(new Samples(crm.session()), "021 64321234"))).startsWith("+49");
    assertThat(normalized(withPhone(new Samples(other.session()), "021 64321234")))
        .isEqualTo("+862164321234");
  }

  @Test
  void a_host_that_fails_undoes_the_command_and_is_asked_again(
      TestCrm crm, Customers customers, Samples given) {
    host.answer(crm.tenant(), "DE");
    host.failNext(1);

    assertThatThrownBy(() -> withPhone(given, "030 1234567")).hasStackTraceContaining("telephones");
    assertThat(customers.count(Criteria.all())).isZero();
    assertThat(normalized(withPhone(given, "030 1234567"))).isEqualTo("+49301234567");
  }
}

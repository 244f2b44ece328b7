package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.Customers;
import org.junit.jupiter.api.RepeatedTest;

/** A test class whose constructor asks for what it needs. */
@CrmTest
class CrmTestConstructorTest {

  private final TestCrm crm;

  CrmTestConstructorTest(TestCrm crm) {
    this.crm = crm;
  }

  @RepeatedTest(2)
  void each_test_begins_with_nothing(Customers customers, Samples given) {
    assertThat(customers.count(Criteria.all())).isZero();

    given.organization("Acme");

    assertThat(crm.get(Customers.class).count(Criteria.all())).isEqualTo(1);
  }
}

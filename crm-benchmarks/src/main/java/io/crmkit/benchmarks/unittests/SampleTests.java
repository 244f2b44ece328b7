package io.crmkit.benchmarks.unittests;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.sales.opportunity.OpportunityWon;
import io.crmkit.testkit.CrmTest;
import io.crmkit.testkit.RecordedEvents;
import io.crmkit.testkit.Samples;
import org.junit.jupiter.api.RepeatedTest;

/** Unit tests as hosts write them; run by {@link UnitTests}, not by a build. */
@CrmTest
class SampleTests {

  static final int TESTS = 500;

  /** What every test does: a customer with a contact and a deal that is won. */
  static void body(CrmSession session) {
    Samples given = new Samples(session);
    Customer acme = given.organization("Acme");
    given.contact(acme, "Ann Lee");
    given.won(given.opportunity(acme));
  }

  @RepeatedTest(TESTS)
  void a_deal_is_won(CrmSession session, RecordedEvents events) {
    body(session);
    events.single(OpportunityWon.class);
  }
}

package io.crmkit.verification.kit;

import static io.crmkit.testkit.CrmAssertions.assertThat;
import static io.crmkit.testkit.CrmAssertions.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.product.ProductStatus;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.lead.ConvertLead;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadConverted;
import io.crmkit.api.sales.lead.LeadDeal;
import io.crmkit.api.sales.lead.LeadStatus;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.lead.QualifyLead;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityMoved;
import io.crmkit.api.sales.opportunity.OpportunityWon;
import io.crmkit.api.sales.pipeline.RequiredFields;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.value.Money;
import io.crmkit.testkit.CrmTest;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.RecordedEvents;
import io.crmkit.testkit.Samples;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unit tests on memory, written as hosts and modules write theirs. */
@CrmTest
class UnitTestsTest {

  // begin docs/testing.md
  @Test
  void a_deal_that_is_won_is_told_of(
      Opportunities opportunities, Samples given, RecordedEvents events) {
    Customer acme = given.organization("Acme");
    Opportunity deal = given.opportunity(acme);

    Opportunity offered =
        opportunities.advance(new AdvanceOpportunity(deal.id(), deal.version(), "offer"));
    Opportunity won = given.won(offered);

    assertThat(offered).isIn("offer").isOf(StageCategory.OPEN);
    assertThat(won).isOf(StageCategory.WON).belongsTo(acme.id()).isWorth(Money.of("10000", "EUR"));
    assertThat(events.single(OpportunityWon.class).opportunity()).isEqualTo(deal.id());
  }

  @Test
  void a_deal_without_a_date_cannot_be_offered(Opportunities opportunities, Samples given) {
    given.pipeline(
        pipeline ->
            pipeline.withStages(
                pipeline.stages().stream()
                    .map(
                        stage ->
                            stage.code().equals("offer")
                                ? stage.requiring(RequiredFields.EXPECTED_CLOSE)
                                : stage)
                    .toList()));
    Opportunity deal = given.opportunity(given.organization("Acme"));

    assertThatRefused(
            () -> opportunities.advance(new AdvanceOpportunity(deal.id(), deal.version(), "offer")))
        .onlyBecause(SalesReason.FIELD_REQUIRED)
        .with("stage", "offer");
  }

  // end docs/testing.md

  // begin docs/testing.md
  @Test
  void a_lead_says_what_it_became(Leads leads, Samples given, RecordedEvents events) {
    given.pipeline();
    Lead lead = given.lead("Acme", c -> c.withOwner("lily"));

    Lead qualified = leads.qualify(new QualifyLead(lead.id(), lead.version(), "asks for an offer"));
    Lead converted = leads.convert(conversion(qualified));

    assertThat(lead).is(LeadStatus.NEW).isOwnedBy("lily").isNotConverted();
    LeadConverted told = events.single(LeadConverted.class);
    assertThat(converted)
        .is(LeadStatus.CONVERTED)
        .becameCustomer(told.customer())
        .becameOpportunity(told.opportunity());
  }

  // end docs/testing.md

  private static ConvertLead conversion(Lead lead) {
    return new ConvertLead(lead.id(), lead.version(), null, null, LeadDeal.fromLead());
  }

  // begin README.md
  @Test
  void a_deal_moves_to_its_offer(Opportunities opportunities, Samples given) {
    Opportunity deal = given.opportunity(given.organization("Acme"));

    Opportunity offered =
        opportunities.advance(new AdvanceOpportunity(deal.id(), deal.version(), "offer"));

    assertThat(offered).isIn("offer").isWorth(Money.of("10000", "EUR"));
  }

  // end README.md

  private final List<Object> seen = new ArrayList<>();

  @BeforeEach
  void remember(TestCrm crm, CrmSession session) {
    seen.add(crm.tenant());
    seen.add(session.tenant());
  }

  @Test
  void every_method_of_a_test_has_the_same_tenant(TestCrm crm, CrmSession session) {
    assertThat(seen).containsOnly(crm.tenant());
    assertThat(session.tenant()).isEqualTo(crm.tenant());
    assertThat(session.actor().id()).isEqualTo(TestCrm.ACTOR);
  }

  @Test
  void each_test_begins_with_nothing(Customers customers, RecordedEvents events, Samples given) {
    assertThat(customers.count(Criteria.all())).isZero();
    assertThat(events.all()).isEmpty();

    given.organization("Acme");
    assertThat(customers.count(Criteria.all())).isEqualTo(1);
  }

  @Test
  void each_test_begins_with_nothing_again(Customers customers, Samples given) {
    given.organization("Acme");
    assertThat(customers.count(Criteria.all())).isEqualTo(1);
  }

  @Test
  void the_clock_is_moved_by_the_test(MutableClock clock, CrmSession session) {
    var before = session.now();

    clock.advance(Duration.ofDays(1));

    assertThat(session.now()).isEqualTo(before.plus(Duration.ofDays(1)));
  }

  @Test
  void every_kind_of_sample_can_be_given(Samples given) {
    Customer acme =
        given.organization(
            "Acme", c -> c.withContactPoints(List.of(ContactPoint.phone("+49 30 1234567"))));
    Quote quote = given.accepted(given.quote(given.opportunity(acme)));
    Asset server = given.asset(acme, "SN-1");
    ServiceRequest request = given.request(RequestSubject.about(acme.id(), server.id()));

    assertThat(acme).isNamed("Acme").isA(CustomerKind.ORGANIZATION);
    assertThat(given.contact(acme, "Ann Lee")).worksFor(acme.id()).reportsToNobody();
    assertThat(given.lead("Borg").form().prospect().organization()).isEqualTo("Borg");
    assertThat(quote).is(QuoteStatus.ACCEPTED).isRevision(1).totals(Money.of("11900", "EUR"));
    assertThat(given.order(acme)).belongsTo(acme.id()).hasOrdered(Samples.SKU, 1);
    assertThat(given.product("P-1")).hasSku("P-1").is(ProductStatus.ACTIVE).hasNoListPrice();
    assertThat(server).is(AssetStatus.IN_OPERATION).belongsTo(acme.id()).hasSerialNumber("SN-1");
    assertThat(request).is(RequestStatus.NEW).hasPriority(Priority.LOW);
  }

  @Test
  void assertions_that_fail_say_what_is_there(Samples given) {
    Opportunity deal = given.opportunity(given.organization("Acme"));

    assertThatThrownBy(() -> assertThat(deal).isIn("won"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("Expected the stage <won> of the opportunity A server but it is <open>");
  }

  @Test
  void a_call_that_is_not_refused_fails_the_assertion() {
    assertThatThrownBy(() -> assertThatRefused(() -> {}))
        .isInstanceOf(AssertionError.class)
        .hasMessage("Expected the call to be refused, but it was done");
    assertThatThrownBy(
            () ->
                assertThatRefused(
                    () -> {
                      throw new IllegalStateException("other");
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("other");
  }

  @Test
  void a_refusal_for_other_reasons_fails_the_assertion(Opportunities opportunities, Samples given) {
    Opportunity deal = given.won(given.opportunity(given.organization("Acme")));

    assertThatThrownBy(
            () ->
                assertThatRefused(
                        () ->
                            opportunities.advance(
                                new AdvanceOpportunity(deal.id(), deal.version(), "offer")))
                    .because(SalesReason.AMOUNT_MISSING))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(SalesReason.AMOUNT_MISSING.code())
        .hasMessageContaining(SalesReason.OPPORTUNITY_NOT_OPEN.code());
  }

  @Test
  void events_that_are_missing_or_too_many_are_told(Samples given, RecordedEvents events) {
    assertThatThrownBy(() -> events.single(OpportunityMoved.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected one OpportunityMoved");
    assertThatThrownBy(() -> events.last(OpportunityWon.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected a OpportunityWon");

    given.won(given.opportunity(given.organization("Acme")));
    assertThat(events.of(OpportunityWon.class)).hasSize(1);
    assertThat(events.last(OpportunityWon.class).amount()).isEqualTo(Money.of("10000", "EUR"));
  }
}

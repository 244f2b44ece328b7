package com.example.loyalty;

import static com.example.loyalty.Shop.deal;
import static com.example.loyalty.Shop.person;
import static com.example.loyalty.Shop.quote;
import static com.example.loyalty.Shop.won;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.MergeShare;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.customer.view.TimelineQuestion;
import io.crmkit.api.privacy.Erasure;
import io.crmkit.api.sales.opportunity.OpportunityWon;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.sales.quote.QuoteStep;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.setting.Settings;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

class LoyaltyTest {

  private static Customer customer(TestCrm crm, CustomerId id) {
    return crm.get(Customers.class).get(id);
  }

  private static PointsEntry give(TestCrm crm, CustomerId customer, long points) {
    return crm.get(Loyalty.class).book(new Loyalty.Book(customer, points, null, "Given to Ann Lee"));
  }

  @OnEveryStorage
  void a_won_deal_is_worth_points_once(TestCrm crm) {
    CustomerId ann = person(crm.session(), "Ann Lee").id();
    won(crm.session(), deal(crm.session(), ann));
    crm.deliver();
    new SalesParts.Award().on(crm.session(), envelope(crm));

    assertThat(crm.get(Loyalty.class).balance(ann)).isEqualTo(250);
  }

  @SuppressWarnings("unchecked")
  private static io.crmkit.api.event.EventEnvelope<OpportunityWon> envelope(TestCrm crm) {
    return (io.crmkit.api.event.EventEnvelope<OpportunityWon>)
        crm.envelopes().stream()
            .filter(e -> e.event() instanceof OpportunityWon)
            .findFirst()
            .orElseThrow();
  }

  @OnEveryStorage
  void the_tier_follows_the_points_and_can_be_searched_by(TestCrm crm) {
    CustomerId ann = person(crm.session(), "Ann Lee").id();
    person(crm.session(), "Bob Low");

    give(crm, ann, 1_000);

    assertThat(customer(crm, ann).custom().get(LoyaltyModule.TIER)).contains("gold");
    assertThat(
            crm.get(Customers.class)
                .search(Query.where(LoyaltyModule.TIER.of(Customer.class).eq("gold")))
                .items())
        .extracting(Customer::id)
        .containsExactly(ann);

    give(crm, ann, -1);
    assertThat(customer(crm, ann).custom().get(LoyaltyModule.TIER)).contains("standard");
  }

  @OnEveryStorage
  void points_never_fall_below_none(TestCrm crm) {
    CustomerId ann = person(crm.session(), "Ann Lee").id();
    give(crm, ann, 10);

    assertRefused(() -> give(crm, ann, -11), LoyaltyReason.NOT_ENOUGH_POINTS);
    assertThat(crm.get(Loyalty.class).balance(ann)).isEqualTo(10);
  }

  @OnEveryStorage
  void points_that_many_book_at_once_all_count(TestCrm crm) {
    CustomerId ann = person(crm.session(), "Ann Lee").id();

    Race.of(4, i -> give(crm, ann, 100));

    assertThat(crm.get(Loyalty.class).balance(ann)).isEqualTo(400);
    assertThat(crm.get(Loyalty.class).ledger(Query.everything()).items())
        .extracting(PointsEntry::balance)
        .containsExactlyInAnyOrder(100L, 200L, 300L, 400L);
  }

  @OnEveryStorage
  void a_gold_customers_discount_needs_a_manager(TestCrm crm) {
    CustomerId ann = person(crm.session(), "Ann Lee").id();
    Quote quote = quote(crm.session(), deal(crm.session(), ann), "12");
    give(crm, ann, 1_000);

    assertRefused(
        () -> crm.get(Quotes.class).approve(QuoteStep.of(quote)), LoyaltyReason.GOLD_DISCOUNT);
    assertThat(
            crm.session("mia", "manager").get(Quotes.class).approve(QuoteStep.of(quote)).status())
        .isEqualTo(QuoteStatus.APPROVED);
  }

  @OnEveryStorage
  void each_tenant_chooses_the_discount_above_which_a_manager_decides(TestCrm crm) {
    CustomerId ann = person(crm.session(), "Ann Lee").id();
    Quote quote = quote(crm.session(), deal(crm.session(), ann), "12");
    give(crm, ann, 1_000);

    crm.get(Settings.class).choose(LoyaltyModule.GOLD_DISCOUNT, new BigDecimal("12"));

    assertThat(crm.get(Quotes.class).approve(QuoteStep.of(quote)).status())
        .isEqualTo(QuoteStatus.APPROVED);
  }

  @OnEveryStorage
  void the_timeline_tells_of_points(TestCrm crm) {
    CustomerId ann = person(crm.session(), "Ann Lee").id();
    give(crm, ann, 30);

    assertThat(crm.get(CustomerViews.class).timeline(TimelineQuestion.latest(ann)).entries())
        .filteredOn(entry -> entry.module().equals("loyalty"))
        .extracting(entry -> entry.text().en())
        .containsExactly("points +30: Given to Ann Lee");
  }

  @OnEveryStorage
  void a_merge_hands_the_points_over_and_its_undoing_gives_them_back(TestCrm crm) {
    CustomerId ann = person(crm.session(), "Ann Lee").id();
    CustomerId anne = person(crm.session(), "Anne Lee").id();
    give(crm, ann, 600);
    give(crm, anne, 500);
    CustomerMerge merge = new CustomerMerge(ann, anne);

    assertThat(crm.forecast(merge)).anyMatch(f -> f.moving().get(0).count() == 500);
    List<MergeShare> shares = crm.merge(merge);
    assertThat(crm.get(Loyalty.class).balance(ann)).isEqualTo(1_100);
    assertThat(customer(crm, ann).custom().get(LoyaltyModule.TIER)).contains("gold");
    assertThat(crm.get(Loyalty.class).balance(anne)).isZero();

    give(crm, ann, -700);
    crm.undo(merge, shares);
    assertThat(crm.get(Loyalty.class).balance(ann)).isZero();
    assertThat(crm.get(Loyalty.class).balance(anne)).isEqualTo(400);
  }

  @OnEveryStorage
  void an_erasure_takes_the_name_out_of_the_notes_and_keeps_the_points(TestCrm crm) {
    CustomerId ann = person(crm.session(), "Ann Lee").id();
    give(crm, ann, 30);

    EntityRef person = EntityRef.of(Customer.ENTITY, ann);
    assertThat(crm.erase(new Erasure(person, Set.of("Ann Lee"))))
        .anyMatch(share -> share.kept().size() == 1);

    assertThat(crm.get(Loyalty.class).balance(ann)).isEqualTo(30);
    assertThat(crm.get(Loyalty.class).ledger(Query.everything()).items())
        .noneMatch(entry -> entry.booking().note().contains("Ann"));
  }
}

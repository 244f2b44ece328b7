package io.crmkit.sales.order;

import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.order.ErpAnswer;
import io.crmkit.api.sales.order.ErpFacts;
import io.crmkit.api.sales.order.ErpOrder;
import io.crmkit.api.sales.order.OrderAttempt;
import io.crmkit.api.sales.order.OrderLine;
import io.crmkit.api.sales.order.OrderPlacedAgain;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.PlaceOrder;
import io.crmkit.api.sales.order.PlaceOrderAgain;
import io.crmkit.api.sales.order.RecordErpAnswer;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import io.crmkit.testkit.fake.RecordingErp;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the ERP refused is put right and placed again, and what it refused is not forgotten. */
@WithSetup(RecordingErp.class)
class OrderAgainContractTest {

  /**
   * A won deal with two accepted quotes, the first of which was ordered.
   *
   * @param other the second quote
   */
  private record Deal(SalesOrder order, Quote other) {}

  private static Deal deal(TestCrm crm) {
    CrmSession session = crm.session();
    Opportunity opportunity = SalesFixture.freeOpportunity(session, "Deal");
    Quote first = SalesFixture.accepted(session, opportunity, LineInput.of("SRV-1", 2));
    Quote other = SalesFixture.accepted(session, opportunity, LineInput.of("SRV-1", 5));
    SalesFixture.won(session, opportunity);
    return new Deal(session.get(Orders.class).place(new PlaceOrder(first.id())), other);
  }

  private static SalesOrder placed(TestCrm crm) {
    return deal(crm).order();
  }

  private static SalesOrder say(TestCrm crm, SalesOrder order, String key, ErpAnswer answer) {
    return crm.get(Orders.class).record(new RecordErpAnswer(order.id(), key, answer));
  }

  private static SalesOrder declined(TestCrm crm, SalesOrder order, String reason) {
    return say(crm, order, "message " + reason.length(), new ErpAnswer.Declined(reason));
  }

  private static SalesOrder again(TestCrm crm, SalesOrder order) {
    return crm.get(Orders.class).placeAgain(PlaceOrderAgain.of(order));
  }

  @OnEveryStorage
  void a_refused_order_is_placed_again_under_its_number(TestCrm crm) {
    SalesOrder order = placed(crm);
    SalesOrder refused = declined(crm, order, "no credit");
    crm.clock().advance(Duration.ofDays(1));

    SalesOrder again = again(crm, refused);

    assertThat(again.status()).isEqualTo(OrderStatus.PLACED);
    assertThat(again.erp()).isEqualTo(ErpFacts.none());
    assertThat(again.heading().number()).isEqualTo(order.heading().number());
    assertThat(again.heading().placedAt())
        .isEqualTo(order.heading().placedAt().plus(Duration.ofDays(1)));
    assertThat(again.lines()).isEqualTo(order.lines());
    assertThat(crm.get(Orders.class).get(order.id())).isEqualTo(again);
    assertThat(crm.events(OrderPlacedAgain.class))
        .containsExactly(
            new OrderPlacedAgain(
                order.id(),
                order.heading().number(),
                2,
                order.heading().quote(),
                order.heading().customer()));
    assertThat(say(crm, again, "taken", new ErpAnswer.Accepted("4711")).status())
        .isEqualTo(OrderStatus.ACCEPTED);
  }

  @OnEveryStorage
  void the_page_tells_how_to_place_it_again(TestCrm crm) {
    SalesOrder refused = declined(crm, placed(crm), "no credit");
    Orders orders = crm.get(Orders.class);

    // begin docs/sales.md
    SalesOrder again = orders.placeAgain(PlaceOrderAgain.of(refused));
    // end docs/sales.md

    assertThat(again.status()).isEqualTo(OrderStatus.PLACED);
  }

  @OnEveryStorage
  void the_page_tells_how_to_place_what_another_quote_says(TestCrm crm) {
    Deal deal = deal(crm);
    SalesOrder refused = declined(crm, deal.order(), "no credit");
    Quote corrected = deal.other();
    Orders orders = crm.get(Orders.class);

    // begin docs/sales.md
    SalesOrder other = orders.placeAgain(PlaceOrderAgain.of(refused).quotedIn(corrected.id()));
    List<OrderAttempt> attempts = orders.attempts(refused.id());
    // end docs/sales.md

    assertThat(other.heading().quote()).isEqualTo(corrected.id());
    assertThat(attempts).extracting(OrderAttempt::refusal).containsExactly("no credit");
  }

  @OnEveryStorage
  void every_refusal_stays_visible(TestCrm crm) {
    SalesOrder order = placed(crm);

    SalesOrder second = again(crm, declined(crm, order, "no credit"));
    SalesOrder third = again(crm, declined(crm, second, "no such customer"));

    List<OrderAttempt> attempts = crm.get(Orders.class).attempts(order.id());
    assertThat(attempts).extracting(OrderAttempt::attempt).containsExactly(1, 2);
    assertThat(attempts)
        .extracting(OrderAttempt::refusal)
        .containsExactly("no credit", "no such customer");
    assertThat(attempts.get(0).placedAt()).isEqualTo(order.heading().placedAt());
    assertThat(third.erp().refusal()).isNull();
    List<AuditEntry> history =
        crm.get(AuditLog.class).historyOf(EntityRef.of(SalesEntities.ORDER, order.id()));
    assertThat(history)
        .extracting(entry -> entry.caller().command())
        .containsExactly(
            "order.place",
            "order.record",
            "order.place-again",
            "order.record",
            "order.place-again");
  }

  @OnEveryStorage
  void each_attempt_is_handed_to_the_erp_under_a_key_of_its_own(TestCrm crm) {
    RecordingErp erp = crm.setup(RecordingErp.class);
    SalesOrder order = placed(crm);
    crm.deliver();
    SalesOrder again = again(crm, declined(crm, order, "no credit"));
    erp.failNext(1);

    crm.deliver();
    crm.clock().advance(Duration.ofDays(1));
    crm.deliver();

    List<ErpOrder> handed = erp.handed(crm.tenant());
    assertThat(handed).extracting(ErpOrder::attempt).containsExactly(1, 2, 2);
    assertThat(handed.get(1).key())
        .isEqualTo(handed.get(2).key())
        .isNotEqualTo(handed.get(0).key());
    assertThat(handed.get(2).order()).isEqualTo(again);
  }

  @OnEveryStorage
  void an_attempt_that_was_refused_before_it_was_handed_over_is_not_handed_over_any_more(
      TestCrm crm) {
    RecordingErp erp = crm.setup(RecordingErp.class);
    SalesOrder order = placed(crm);
    again(crm, declined(crm, order, "no credit"));

    crm.deliver();

    assertThat(erp.handed(crm.tenant())).extracting(ErpOrder::attempt).containsExactly(2);
  }

  @OnEveryStorage
  void another_accepted_quote_of_the_deal_can_be_ordered_instead(TestCrm crm) {
    Deal deal = deal(crm);
    SalesOrder refused = declined(crm, deal.order(), "only in fives");
    Orders orders = crm.get(Orders.class);

    SalesOrder again = orders.placeAgain(PlaceOrderAgain.of(refused).quotedIn(deal.other().id()));

    assertThat(again.heading().quote()).isEqualTo(deal.other().id());
    assertThat(again.lines()).extracting(OrderLine::quantity).containsExactly(5);
    assertThat(again.totals().total()).isEqualTo(deal.other().totals().total());
    assertThat(orders.attempts(again.id()).get(0).quote()).isEqualTo(refused.heading().quote());
    assertRefused(
        () -> orders.place(new PlaceOrder(deal.other().id())), SalesReason.QUOTE_ALREADY_ORDERED);
    assertRefused(
        () -> orders.place(new PlaceOrder(refused.heading().quote())),
        SalesReason.QUOTE_ALREADY_ORDERED);
  }

  @OnEveryStorage
  void an_order_that_was_not_refused_is_not_placed_again(TestCrm crm) {
    Deal deal = deal(crm);
    Quote stranger = deal(crm).other();
    Orders orders = crm.get(Orders.class);
    SalesOrder order = deal.order();
    Fingerprint before = crm.fingerprint();

    assertRefused(() -> again(crm, order), SalesReason.ORDER_STEP);
    assertRefused(
        () -> orders.placeAgain(PlaceOrderAgain.of(order).quotedIn(stranger.id())),
        SalesReason.ORDER_STEP,
        SalesReason.QUOTE_OF_OTHER_OPPORTUNITY);
    assertThat(crm.fingerprint()).isEqualTo(before);
    declined(crm, order, "no credit");
    assertThatThrownBy(() -> again(crm, order)).isInstanceOf(StaleVersion.class);
  }

  @OnEveryStorage
  void one_of_many_that_place_it_again_at_once_does(TestCrm crm) {
    SalesOrder refused = declined(crm, placed(crm), "no credit");

    Race<SalesOrder> race = Race.of(3, i -> again(crm, refused));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).hasSize(2).allMatch(CrmException.class::isInstance);
    assertThat(crm.events(OrderPlacedAgain.class)).hasSize(1);
  }

  @OnEveryStorage
  void an_answer_that_comes_late_does_not_hit_the_next_attempt(TestCrm crm) {
    Orders orders = crm.get(Orders.class);
    SalesOrder order = placed(crm);
    RecordErpAnswer first =
        new RecordErpAnswer(order.id(), "m1", new ErpAnswer.Declined("no credit")).toAttempt(1);
    again(crm, orders.record(first));

    RecordErpAnswer late =
        new RecordErpAnswer(order.id(), "m2", new ErpAnswer.Declined("no credit")).toAttempt(1);

    assertRefused(() -> orders.record(late), SalesReason.ORDER_ATTEMPT_OVER);
    assertThat(orders.record(first).status()).isEqualTo(OrderStatus.PLACED);
    RecordErpAnswer second =
        new RecordErpAnswer(order.id(), "m3", new ErpAnswer.Accepted("4711")).toAttempt(2);
    assertThat(orders.record(second).status()).isEqualTo(OrderStatus.ACCEPTED);
  }

  @OnEveryStorage
  void whoever_is_forgotten_is_named_in_no_refusal(TestCrm crm) {
    SalesOrder order = placed(crm);
    SalesOrder again = again(crm, declined(crm, order, "Erika Muster owes us money"));
    declined(crm, again, "still Erika Muster");

    Redaction.Done done =
        crm.redact(
            Redaction.of(EntityRef.of(Customer.ENTITY, order.heading().customer()))
                .alsoIn(Set.of(EntityRef.of(SalesEntities.ORDER, order.id())))
                .alsoOf(Set.of("Erika Muster")));

    assertThat(done.records()).isEqualTo(5);
    SalesOrder now = crm.get(Orders.class).get(order.id());
    assertThat(now.erp().refusal()).isEqualTo("still [erased]");
    assertThat(crm.get(Orders.class).attempts(order.id()))
        .extracting(OrderAttempt::refusal)
        .containsExactly("[erased] owes us money", "still [erased]");
    SalesOrder third = again(crm, now);
    assertThat(declined(crm, order, "still Erika Muster")).isEqualTo(third);
    assertThat(crm.fingerprint().rows().toString()).doesNotContain("Erika");
  }
}

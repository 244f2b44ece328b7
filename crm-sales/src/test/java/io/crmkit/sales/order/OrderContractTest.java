package io.crmkit.sales.order;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.order.BillingStatus;
import io.crmkit.api.sales.order.ErpAnswer;
import io.crmkit.api.sales.order.ErpFacts;
import io.crmkit.api.sales.order.ErpOrder;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.OrderLine;
import io.crmkit.api.sales.order.OrderShipped;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.PlaceOrder;
import io.crmkit.api.sales.order.RecordErpAnswer;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.order.Shipment;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteLine;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import io.crmkit.testkit.fake.RecordingErp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

@WithSetup(RecordingErp.class)
class OrderContractTest {

  private static SalesOrder placed(TestCrm crm, LineInput... lines) {
    CrmSession session = crm.session();
    Opportunity opportunity = SalesFixture.freeOpportunity(session, "Deal");
    Quote quote = SalesFixture.accepted(session, opportunity, lines);
    SalesFixture.won(session, opportunity);
    return session.get(Orders.class).place(new PlaceOrder(quote.id()));
  }

  private static SalesOrder say(TestCrm crm, SalesOrder order, String key, ErpAnswer answer) {
    return crm.get(Orders.class).record(new RecordErpAnswer(order.id(), key, answer));
  }

  private static ErpAnswer ship(OrderLine line, int quantity, String... serials) {
    return new ErpAnswer.Shipped(
        SalesFixture.DAY,
        List.of(new ErpAnswer.ShippedLine(line.lineId(), quantity, List.of(serials))));
  }

  @OnEveryStorage
  void an_order_carries_on_the_lines_of_its_quote(TestCrm crm) {
    SalesOrder order = placed(crm, LineInput.of("SRV-1", 2), LineInput.of("SET-1", 1));
    Quote quote = crm.get(Quotes.class).get(order.heading().quote());

    assertThat(crm.get(Orders.class).get(order.id())).isEqualTo(order);
    assertThat(order.lines().stream().map(OrderLine::lineId).toList())
        .isEqualTo(quote.lines().stream().map(QuoteLine::lineId).toList());
    assertThat(order.totals().total()).isEqualTo(quote.totals().total());
  }

  @OnEveryStorage
  void before_quote_and_deal_are_settled_nothing_is_ordered(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    Quote draft = SalesFixture.quote(crm.session(), opportunity, LineInput.of("SRV-1", 1));

    assertRefused(
        () -> crm.get(Orders.class).place(new PlaceOrder(draft.id())),
        SalesReason.QUOTE_NOT_ACCEPTED,
        SalesReason.OPPORTUNITY_NOT_WON);
  }

  @OnEveryStorage
  void a_quote_is_ordered_once(TestCrm crm) {
    SalesOrder order = placed(crm, LineInput.of("SRV-1", 2));

    assertRefused(
        () -> crm.get(Orders.class).place(new PlaceOrder(order.heading().quote())),
        SalesReason.QUOTE_ALREADY_ORDERED);
  }

  @OnEveryStorage
  void one_of_many_orders_of_a_quote_at_once_is_placed(TestCrm crm) {
    CrmSession session = crm.session();
    Opportunity opportunity = SalesFixture.freeOpportunity(session, "Deal");
    Quote quote = SalesFixture.accepted(session, opportunity, LineInput.of("SRV-1", 1));
    SalesFixture.won(session, opportunity);

    Race<SalesOrder> race =
        Race.of(3, i -> crm.get(Orders.class).place(new PlaceOrder(quote.id())));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).hasSize(2).allMatch(CrmException.class::isInstance);
  }

  @OnEveryStorage
  void a_key_makes_placing_repeatable(TestCrm crm) {
    CrmSession session = crm.session();
    Opportunity opportunity = SalesFixture.freeOpportunity(session, "Deal");
    Quote quote = SalesFixture.accepted(session, opportunity, LineInput.of("SRV-1", 1));
    SalesFixture.won(session, opportunity);

    SalesOrder first = session.once("order-1").get(Orders.class).place(new PlaceOrder(quote.id()));
    SalesOrder again = session.once("order-1").get(Orders.class).place(new PlaceOrder(quote.id()));

    assertThat(again).isEqualTo(first);
  }

  @OnEveryStorage
  void the_erp_is_handed_the_order_after_the_commit(TestCrm crm) {
    SalesOrder order = placed(crm, LineInput.of("SRV-1", 2));
    RecordingErp erp = crm.setup(RecordingErp.class);
    List<ErpOrder> before = erp.handed(crm.tenant());

    crm.deliver();

    assertThat(before).isEmpty();
    assertThat(erp.handed(crm.tenant())).extracting(ErpOrder::order).containsExactly(order);
  }

  @OnEveryStorage
  void a_failed_hand_over_comes_again_with_the_same_key(TestCrm crm) {
    placed(crm, LineInput.of("SRV-1", 2));
    RecordingErp erp = crm.setup(RecordingErp.class);
    erp.failNext(1);

    crm.deliver();
    crm.clock().advance(Duration.ofDays(1));
    crm.deliver();

    assertThat(erp.handed(crm.tenant())).hasSize(2);
    assertThat(erp.handed(crm.tenant()).stream().map(ErpOrder::key).distinct()).hasSize(1);
  }

  @OnEveryStorage
  void the_erps_answers_move_the_order(TestCrm crm) {
    SalesOrder order = placed(crm, LineInput.of("SRV-1", 2));
    OrderLine line = order.lines().get(0);
    LocalDate day = SalesFixture.DAY;

    say(crm, order, "m1", new ErpAnswer.Accepted("4711"));
    say(crm, order, "m2", new ErpAnswer.Invoiced("R-1", day));
    say(crm, order, "m3", new ErpAnswer.Paid(day));
    say(crm, order, "m4", new ErpAnswer.Executed(day.plusDays(3)));
    SalesOrder shipped = say(crm, order, "m5", ship(line, 1, "SN-1"));

    assertThat(shipped.status()).isEqualTo(OrderStatus.EXECUTED);
    assertThat(shipped.billing()).isEqualTo(BillingStatus.PAID);
    assertThat(shipped.erp()).isEqualTo(new ErpFacts("4711", null, day, "R-1", day, day));
    assertThat(shipped.lines().get(0).shipped()).isEqualTo(1);
    assertThat(crm.events(OrderShipped.class)).hasSize(1);
  }

  @OnEveryStorage
  void the_same_message_again_changes_nothing(TestCrm crm) {
    SalesOrder order = placed(crm, LineInput.of("SRV-1", 2));
    OrderLine line = order.lines().get(0);
    say(crm, order, "m1", new ErpAnswer.Accepted("4711"));
    SalesOrder first = say(crm, order, "m2", ship(line, 1, "SN-1"));
    Fingerprint before = crm.fingerprint();

    SalesOrder again = say(crm, order, "m2", ship(line, 1, "SN-1"));

    assertThat(again).isEqualTo(first);
    assertThat(crm.fingerprint()).isEqualTo(before);
    assertRefused(() -> say(crm, order, "m2", ship(line, 2)), SalesReason.ERP_MESSAGE_KEY_REUSED);
  }

  @OnEveryStorage
  void whose_key_a_message_bears_is_not_told_to_whoever_may_not_see_the_order(TestCrm crm) {
    SalesOrder order = placed(crm, LineInput.of("SRV-1", 2));
    say(crm, order, "m1", new ErpAnswer.Accepted("4711"));
    OrderId nowhere = new OrderId(crm.newId());
    crm.policy(
        request ->
            request.entity() == SalesOrder.class
                ? Access.only(Attribute.of(SalesOrder.class, "id", OrderId.class).in(List.of()))
                : Access.allow());

    for (OrderId id : List.of(order.id(), nowhere)) {
      RecordErpAnswer again = new RecordErpAnswer(id, "m1", new ErpAnswer.Accepted("4711"));
      assertThatExceptionOfType(NotFound.class)
          .isThrownBy(() -> crm.get(Orders.class).record(again));
    }
  }

  @OnEveryStorage
  void a_message_that_comes_several_times_at_once_counts_once(TestCrm crm) {
    SalesOrder order = placed(crm, LineInput.of("SRV-1", 5));
    OrderLine line = order.lines().get(0);
    say(crm, order, "m1", new ErpAnswer.Accepted("4711"));

    Race<SalesOrder> race = Race.of(3, i -> say(crm, order, "m2", ship(line, 1)));

    assertThat(race.lost()).isEmpty();
    assertThat(crm.get(Orders.class).get(order.id()).lines().get(0).shipped()).isEqualTo(1);
  }

  @OnEveryStorage
  void parts_of_an_order_are_shipped_one_after_another(TestCrm crm) {
    SalesOrder order = placed(crm, LineInput.of("SRV-1", 3));
    OrderLine line = order.lines().get(0);
    say(crm, order, "m1", new ErpAnswer.Accepted("4711"));
    say(crm, order, "m2", ship(line, 1, "SN-1"));
    say(crm, order, "m3", ship(line, 2, "SN-2"));

    assertThat(crm.get(Orders.class).shipments(order.id()).stream().map(Shipment::serialNumbers))
        .containsExactly(List.of("SN-1"), List.of("SN-2"));
    assertRefused(() -> say(crm, order, "m4", ship(line, 1)), SalesReason.SHIPPED_TOO_MANY);
  }

  @OnEveryStorage
  void every_fault_of_a_shipment_is_told_at_once(TestCrm crm) {
    SalesOrder order = placed(crm, LineInput.of("SET-1", 1));
    OrderLine bundle = order.lines().get(0);
    OrderLine part = order.lines().get(1);
    say(crm, order, "m1", new ErpAnswer.Accepted("4711"));
    ErpAnswer shipped =
        new ErpAnswer.Shipped(
            SalesFixture.DAY,
            List.of(
                new ErpAnswer.ShippedLine(bundle.lineId(), 1, List.of()),
                new ErpAnswer.ShippedLine(part.lineId(), 1, List.of()),
                new ErpAnswer.ShippedLine(part.lineId(), 1, List.of()),
                new ErpAnswer.ShippedLine(crm.newId(), 1, List.of())));

    assertRefused(
        () -> say(crm, order, "m2", shipped),
        SalesReason.SHIPPED_BUNDLE,
        SalesReason.SHIPPED_TOO_MANY,
        SalesReason.ORDER_LINE_UNKNOWN);
    assertInvalid(
        () -> say(crm, order, "m3", ship(part, 0, "SN-1", "SN-1", " ")),
        "answer.lines[0].quantity",
        "answer.lines[0].serialNumbers",
        "answer.lines[0].serialNumbers[1]",
        "answer.lines[0].serialNumbers[2]");
  }

  @OnEveryStorage
  void nothing_is_shipped_or_paid_before_the_erp_has_accepted(TestCrm crm) {
    SalesOrder order = placed(crm, LineInput.of("SRV-1", 1));

    assertRefused(
        () -> say(crm, order, "m1", ship(order.lines().get(0), 1)), SalesReason.ORDER_STEP);
    assertRefused(
        () -> say(crm, order, "m2", new ErpAnswer.Paid(SalesFixture.DAY)), SalesReason.ORDER_STEP);
  }

  @OnEveryStorage
  void a_declined_order_says_why(TestCrm crm) {
    SalesOrder order = placed(crm, LineInput.of("SRV-1", 1));

    SalesOrder declined = say(crm, order, "m1", new ErpAnswer.Declined("no credit"));

    assertThat(declined.status()).isEqualTo(OrderStatus.REFUSED);
    assertThat(declined.erp().refusal()).isEqualTo("no credit");
  }
}

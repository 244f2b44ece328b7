package io.crmkit.sales.order;

import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.order.BillingStatus;
import io.crmkit.api.sales.order.ErpAnswer;
import io.crmkit.api.sales.order.ErpFacts;
import io.crmkit.api.sales.order.OrderHeading;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.OrderLine;
import io.crmkit.api.sales.order.OrderPlaced;
import io.crmkit.api.sales.order.OrderPlacedAgain;
import io.crmkit.api.sales.order.OrderProgressed;
import io.crmkit.api.sales.order.OrderShipped;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.sales.order.OrderTotals;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteLine;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.value.Label;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.rule.StateTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What may happen to an order. The ERP decides; its answers move the order, and shipping and
 * billing go on side by side, since some pay before and some after.
 */
public final class OrderRules {

  private static final String ACCEPT = "accept";
  private static final String DECLINE = "decline";
  private static final String PLACE_AGAIN = "place-again";
  private static final String CANCEL = "cancel";
  private static final String EXECUTE = "execute";
  private static final String SHIP = "ship";
  private static final String INVOICE = "invoice";
  private static final String PAY = "pay";

  /** The life of an order. */
  public static final StateTable<OrderStatus> TABLE =
      StateTable.startingAt(OrderStatus.PLACED)
          .on(ACCEPT)
          .from(OrderStatus.PLACED)
          .to(OrderStatus.ACCEPTED)
          .on(DECLINE)
          .from(OrderStatus.PLACED)
          .to(OrderStatus.REFUSED)
          .on(PLACE_AGAIN)
          .from(OrderStatus.REFUSED)
          .to(OrderStatus.PLACED)
          .on(CANCEL)
          .from(OrderStatus.PLACED, OrderStatus.ACCEPTED)
          .to(OrderStatus.CANCELLED)
          .on(EXECUTE)
          .from(OrderStatus.ACCEPTED, OrderStatus.EXECUTED)
          .to(OrderStatus.EXECUTED)
          .on(SHIP)
          .from(OrderStatus.ACCEPTED, OrderStatus.EXECUTED)
          .to(OrderStatus.EXECUTED)
          .build();

  /** How it is billed, once the ERP has accepted it. */
  public static final StateTable<BillingStatus> BILLING =
      StateTable.startingAt(BillingStatus.UNBILLED)
          .on(INVOICE)
          .from(BillingStatus.UNBILLED, BillingStatus.INVOICED)
          .to(BillingStatus.INVOICED)
          .on(INVOICE)
          .from(BillingStatus.PAID)
          .to(BillingStatus.PAID)
          .on(PAY)
          .from(BillingStatus.UNBILLED, BillingStatus.INVOICED)
          .to(BillingStatus.PAID)
          .build();

  private OrderRules() {}

  /** What an order is placed on. */
  record Placing(OrderId id, String number, Instant at) {}

  static Decision<SalesOrder> place(Quote quote, Opportunity opportunity, Placing placing) {
    return Decision.unless(against(quote, opportunity), () -> placed(quote, placing));
  }

  /**
   * What an order is placed again on.
   *
   * @param attempt which attempt it will be
   * @param taken what stands against this quote, if it is another one than before
   */
  record PlacingAgain(
      Quote quote, Opportunity opportunity, int attempt, Instant at, List<Reason> taken) {}

  /** The same order once more: nothing of what the ERP said the last time counts any longer. */
  static Decision<SalesOrder> placeAgain(SalesOrder order, PlacingAgain again) {
    List<Reason> against = new ArrayList<>();
    Optional<OrderStatus> next = TABLE.next(order.status(), PLACE_AGAIN);
    if (next.isEmpty()) {
      against.add(refusal(order, order.status(), PLACE_AGAIN));
    }
    Quote quote = again.quote();
    if (!quote.heading().opportunity().equals(order.heading().opportunity())) {
      against.add(Reason.of(SalesReason.QUOTE_OF_OTHER_OPPORTUNITY));
    }
    against.addAll(against(quote, again.opportunity()));
    against.addAll(again.taken());
    if (!against.isEmpty()) {
      return new Decision.Rejected<>(against);
    }
    SalesOrder fresh =
        ordered(quote, new Placing(order.id(), order.heading().number(), again.at()));
    SalesOrder after =
        order
            .withHeading(fresh.heading())
            .withStatus(next.orElseThrow())
            .withBilling(fresh.billing())
            .withErp(fresh.erp())
            .withTotals(fresh.totals())
            .withLines(fresh.lines());
    OrderHeading heading = after.heading();
    return Decision.accept(
        after,
        new OrderPlacedAgain(
            after.id(), heading.number(), again.attempt(), heading.quote(), heading.customer()));
  }

  private static List<Reason> against(Quote quote, Opportunity opportunity) {
    List<Reason> against = new ArrayList<>();
    if (quote.status() != QuoteStatus.ACCEPTED) {
      against.add(Reason.of(SalesReason.QUOTE_NOT_ACCEPTED));
    }
    StageCategory category = opportunity.progress().category();
    if (category != StageCategory.WON) {
      against.add(Reason.of(SalesReason.OPPORTUNITY_NOT_WON).with("category", category));
    }
    return against;
  }

  private static Decision<SalesOrder> placed(Quote quote, Placing placing) {
    SalesOrder order = ordered(quote, placing);
    OrderHeading heading = order.heading();
    return Decision.accept(
        order,
        new OrderPlaced(
            order.id(),
            heading.number(),
            heading.quote(),
            heading.opportunity(),
            heading.customer()));
  }

  private static SalesOrder ordered(Quote quote, Placing placing) {
    OrderHeading heading =
        new OrderHeading(
            placing.number(),
            quote.id(),
            quote.heading().opportunity(),
            quote.heading().customer(),
            placing.at());
    return new SalesOrder(
        placing.id(),
        0,
        heading,
        TABLE.start(),
        BILLING.start(),
        ErpFacts.none(),
        new OrderTotals(quote.totals().net(), quote.totals().tax(), quote.totals().total()),
        quote.lines().stream().map(OrderRules::line).toList(),
        CustomValues.none());
  }

  private static OrderLine line(QuoteLine line) {
    return new OrderLine(
        line.lineId(),
        line.parentLine(),
        line.item(),
        line.quantity(),
        line.amounts().net(),
        line.amounts().tax(),
        0);
  }

  /** The order after the ERP's answer. */
  static Decision<SalesOrder> answered(SalesOrder order, ErpAnswer answer) {
    ErpFacts erp = order.erp();
    if (answer instanceof ErpAnswer.Accepted accepted) {
      return step(order, ACCEPT, erp.withErpNumber(accepted.erpNumber()));
    } else if (answer instanceof ErpAnswer.Declined declined) {
      return step(order, DECLINE, erp.withRefusal(declined.reason()));
    } else if (answer instanceof ErpAnswer.Cancelled cancelled) {
      return step(order, CANCEL, erp.withRefusal(cancelled.reason()));
    } else if (answer instanceof ErpAnswer.Executed executed) {
      return step(order, EXECUTE, executed(erp, executed.on()));
    } else if (answer instanceof ErpAnswer.Shipped shipped) {
      return ship(order, shipped);
    } else if (answer instanceof ErpAnswer.Invoiced invoiced) {
      ErpFacts facts =
          erp.withInvoiceNumber(invoiced.invoiceNumber()).withInvoicedOn(invoiced.on());
      return bill(order, INVOICE, facts);
    } else if (answer instanceof ErpAnswer.Paid paid) {
      return bill(order, PAY, erp.withPaidOn(paid.on()));
    }
    throw new IllegalStateException("unknown answer " + answer);
  }

  private static ErpFacts executed(ErpFacts erp, LocalDate on) {
    LocalDate first = erp.executedOn();
    return erp.withExecutedOn(first == null || on.isBefore(first) ? on : first);
  }

  private static Decision<SalesOrder> step(SalesOrder order, String trigger, ErpFacts facts) {
    Optional<OrderStatus> next = TABLE.next(order.status(), trigger);
    if (next.isEmpty()) {
      return Decision.reject(refusal(order, order.status(), trigger));
    }
    SalesOrder after = order.withStatus(next.get()).withErp(facts);
    return Decision.accept(after, progressed(after));
  }

  private static Decision<SalesOrder> bill(SalesOrder order, String trigger, ErpFacts facts) {
    boolean taken =
        order.status() == OrderStatus.ACCEPTED || order.status() == OrderStatus.EXECUTED;
    Optional<BillingStatus> next = BILLING.next(order.billing(), trigger);
    if (!taken) {
      return Decision.reject(refusal(order, order.status(), trigger));
    }
    if (next.isEmpty()) {
      return Decision.reject(refusal(order, order.billing(), trigger));
    }
    SalesOrder after = order.withBilling(next.get()).withErp(facts);
    return Decision.accept(after, progressed(after));
  }

  private static Decision<SalesOrder> ship(SalesOrder order, ErpAnswer.Shipped shipped) {
    List<Reason> against = new ArrayList<>();
    Optional<OrderStatus> next = TABLE.next(order.status(), SHIP);
    if (next.isEmpty()) {
      against.add(refusal(order, order.status(), SHIP));
    }
    Map<UUID, Integer> units = new LinkedHashMap<>();
    shipped.lines().forEach(l -> units.merge(l.line(), l.quantity(), Math::addExact));
    units.forEach((line, quantity) -> againstShipping(order, line, quantity, against));
    if (!against.isEmpty()) {
      return new Decision.Rejected<>(against);
    }
    List<OrderLine> lines =
        order.lines().stream()
            .map(l -> l.withShipped(l.shipped() + units.getOrDefault(l.lineId(), 0)))
            .toList();
    SalesOrder after =
        order
            .withStatus(next.orElseThrow())
            .withErp(executed(order.erp(), shipped.on()))
            .withLines(lines);
    return Decision.accept(
        after,
        progressed(after),
        new OrderShipped(order.id(), order.heading().customer(), shipped.on(), shipped.lines()));
  }

  private static void againstShipping(
      SalesOrder order, UUID lineId, int quantity, List<Reason> against) {
    Optional<OrderLine> found =
        order.lines().stream().filter(l -> l.lineId().equals(lineId)).findFirst();
    if (found.isEmpty()) {
      against.add(Reason.of(SalesReason.ORDER_LINE_UNKNOWN).with("line", lineId));
      return;
    }
    OrderLine line = found.get();
    if (order.isBundle(line)) {
      against.add(Reason.of(SalesReason.SHIPPED_BUNDLE).with("line", lineId, named(line)));
      return;
    }
    int open = line.quantity() - line.shipped();
    if (quantity > open) {
      against.add(
          Reason.of(SalesReason.SHIPPED_TOO_MANY)
              .with("line", lineId, named(line))
              .with("open", open)
              .with("quantity", quantity));
    }
  }

  private static OrderProgressed progressed(SalesOrder order) {
    return new OrderProgressed(
        order.id(),
        order.heading().number(),
        order.status(),
        order.billing(),
        order.heading().customer());
  }

  private static Reason refusal(SalesOrder order, Enum<?> status, String step) {
    return Reason.of(SalesReason.ORDER_STEP)
        .with("status", status)
        .with("step", step, word(step))
        .with("number", order.heading().number());
  }

  private static Label named(OrderLine line) {
    return Label.same(line.item().name());
  }

  private static Label word(String step) {
    return switch (step) {
      case ACCEPT -> new Label("be accepted", "接受");
      case DECLINE -> new Label("be refused", "拒绝");
      case PLACE_AGAIN -> new Label("be placed again", "再次下达");
      case CANCEL -> new Label("be cancelled", "取消");
      case EXECUTE -> new Label("be carried out", "执行");
      case SHIP -> new Label("be shipped", "发货");
      case INVOICE -> new Label("be invoiced", "开票");
      case PAY -> new Label("be paid", "付款");
      default -> throw new IllegalArgumentException(step);
    };
  }
}

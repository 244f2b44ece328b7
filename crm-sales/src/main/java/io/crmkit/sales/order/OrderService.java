package io.crmkit.sales.order;

import static io.crmkit.sales.order.OrderEntities.ATTEMPTS;
import static io.crmkit.sales.order.OrderEntities.ERP_MESSAGES;
import static io.crmkit.sales.order.OrderEntities.ORDERS;
import static io.crmkit.sales.order.OrderEntities.SHIPMENTS;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.order.ErpAnswer;
import io.crmkit.api.sales.order.OrderAttempt;
import io.crmkit.api.sales.order.OrderAttemptId;
import io.crmkit.api.sales.order.OrderAttributes;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.PlaceOrder;
import io.crmkit.api.sales.order.PlaceOrderAgain;
import io.crmkit.api.sales.order.RecordErpAnswer;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.order.Shipment;
import io.crmkit.api.sales.order.ShipmentId;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Orders: thin around {@link OrderRules}. */
public final class OrderService implements Orders {

  private final Work work;

  @Inject
  OrderService(Work work) {
    this.work = work;
  }

  @Override
  public SalesOrder place(PlaceOrder command) {
    return work.run(
        "order.place",
        command,
        tx -> {
          CrmSession session = tx.session();
          Quote quote = session.get(Quotes.class).get(command.quote());
          Opportunity opportunity =
              session.get(Opportunities.class).get(quote.heading().opportunity());
          List<Reason> taken = taken(tx, quote.id());
          if (!taken.isEmpty()) {
            throw new Refused(taken);
          }
          String number = String.format(Locale.ROOT, "O-%06d", tx.nextNumber("sales.order"));
          OrderRules.Placing placing =
              new OrderRules.Placing(new OrderId(tx.newId()), number, tx.occurredAt());
          return tx.store(ORDERS).insert(OrderRules.place(quote, opportunity, placing));
        });
  }

  /** Two at the same moment: the second waits, and then finds the quote ordered. */
  private static List<Reason> taken(Tx tx, QuoteId quote) {
    tx.lockNames("sales.order-of-quote", List.of(quote.value().toString()));
    boolean ordered =
        tx.tenantWide().store(ORDERS).count(OrderAttributes.QUOTE.eq(quote)) > 0
            || tx.tenantWide().store(ATTEMPTS).count(OrderEntities.ATTEMPT_QUOTE.eq(quote)) > 0;
    return ordered ? List.of(Reason.of(SalesReason.QUOTE_ALREADY_ORDERED)) : List.of();
  }

  @Override
  public SalesOrder placeAgain(PlaceOrderAgain command) {
    return work.run(
        "order.place-again",
        command,
        tx -> {
          tx.lock(ORDERS, List.of(command.id()));
          SalesOrder before = tx.store(ORDERS).get(command.id(), command.version());
          QuoteId ordered = before.heading().quote();
          QuoteId wanted = command.quote() == null ? ordered : command.quote();
          CrmSession session = tx.session();
          Quote quote = session.get(Quotes.class).get(wanted);
          Opportunity opportunity =
              session.get(Opportunities.class).get(before.heading().opportunity());
          OrderRules.PlacingAgain again =
              new OrderRules.PlacingAgain(
                  quote,
                  opportunity,
                  refusedSoFar(tx, before.id()) + 1,
                  tx.occurredAt(),
                  wanted.equals(ordered) ? List.of() : taken(tx, wanted));
          return tx.store(ORDERS).save(before, OrderRules.placeAgain(before, again));
        });
  }

  private static int refusedSoFar(Tx tx, OrderId order) {
    return (int) tx.tenantWide().store(ATTEMPTS).count(OrderEntities.ATTEMPT_OF.eq(order));
  }

  /** An answer that says which attempt it is of does not hit a later one. */
  private static void requireAtHand(Tx tx, SalesOrder order, RecordErpAnswer command) {
    Integer attempt = command.attempt();
    if (attempt != null) {
      int refused = refusedSoFar(tx, order.id());
      int current = order.status() == OrderStatus.REFUSED ? refused : refused + 1;
      if (attempt != current) {
        throw Refused.because(
            Reason.of(SalesReason.ORDER_ATTEMPT_OVER)
                .with("attempt", attempt)
                .with("current", current));
      }
    }
  }

  @Override
  public SalesOrder record(RecordErpAnswer command) {
    return work.run(
        "order.record",
        command,
        tx -> {
          OrderChecks.check(command);
          tx.lockNames("sales.erp-message", List.of(command.messageKey()));
          Optional<ErpMessage> told =
              tx.tenantWide()
                  .store(ERP_MESSAGES)
                  .first(OrderEntities.MESSAGE_KEY.eq(command.messageKey()));
          if (told.isPresent()) {
            return repeated(tx, told.get(), command);
          }
          // The ERP knows no versions: its messages take turns instead.
          tx.lock(ORDERS, List.of(command.order()));
          SalesOrder before = tx.store(ORDERS).get(command.order());
          requireAtHand(tx, before, command);
          SalesOrder after =
              tx.store(ORDERS).save(before, OrderRules.answered(before, command.answer()));
          keep(tx, before, command);
          return after;
        });
  }

  private static SalesOrder repeated(Tx tx, ErpMessage told, RecordErpAnswer command) {
    // First, lest the refusal tells whose key it is to somebody who may not see the order.
    SalesOrder order = tx.store(ORDERS).get(command.order());
    // After an erasure what was told cannot be compared any more: the key alone tells.
    boolean same = told.version() > 1 || told.answer().equals(command.answer());
    if (!told.order().equals(command.order()) || !same) {
      throw Refused.because(
          Reason.of(SalesReason.ERP_MESSAGE_KEY_REUSED).with("key", command.messageKey()));
    }
    return order;
  }

  private static void keep(Tx tx, SalesOrder before, RecordErpAnswer command) {
    tx.store(ERP_MESSAGES)
        .insert(
            new ErpMessage(
                new ErpMessageId(tx.newId()),
                0,
                command.order(),
                command.messageKey(),
                command.answer(),
                tx.now()));
    if (command.answer() instanceof ErpAnswer.Declined declined) {
      tx.store(ATTEMPTS)
          .insert(
              new OrderAttempt(
                  new OrderAttemptId(tx.newId()),
                  0,
                  before.id(),
                  refusedSoFar(tx, before.id()) + 1,
                  before.heading().quote(),
                  before.heading().placedAt(),
                  declined.reason(),
                  tx.now()));
    } else if (command.answer() instanceof ErpAnswer.Shipped shipped) {
      for (ErpAnswer.ShippedLine line : shipped.lines()) {
        tx.store(SHIPMENTS)
            .insert(
                new Shipment(
                    new ShipmentId(tx.newId()),
                    0,
                    command.order(),
                    line.line(),
                    line.quantity(),
                    shipped.on(),
                    line.serialNumbers(),
                    tx.now()));
      }
    }
  }

  @Override
  public SalesOrder get(OrderId id) {
    return work.read(tx -> tx.store(ORDERS).get(id));
  }

  @Override
  public Optional<SalesOrder> find(OrderId id) {
    return work.read(tx -> tx.store(ORDERS).find(id));
  }

  @Override
  public Page<SalesOrder> page(Query<SalesOrder> query) {
    return work.read(tx -> tx.store(ORDERS).page(query));
  }

  @Override
  public List<OrderAttempt> attempts(OrderId id) {
    return work.read(
        tx ->
            tx.store(ATTEMPTS).all(OrderEntities.ATTEMPT_OF.eq(id)).stream()
                .sorted(Comparator.comparingInt(OrderAttempt::attempt))
                .toList());
  }

  @Override
  public List<Shipment> shipments(OrderId id) {
    return work.read(tx -> tx.store(SHIPMENTS).all(OrderEntities.SHIPMENT_OF.eq(id)));
  }
}

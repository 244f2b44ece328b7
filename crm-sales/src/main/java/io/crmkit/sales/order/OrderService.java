package io.crmkit.sales.order;

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
import io.crmkit.api.sales.order.OrderAttributes;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.PlaceOrder;
import io.crmkit.api.sales.order.RecordErpAnswer;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.order.Shipment;
import io.crmkit.api.sales.order.ShipmentId;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
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
          // Two at the same moment: the second waits, and then finds the quote ordered.
          tx.lockNames("sales.order-of-quote", List.of(quote.id().value().toString()));
          if (tx.tenantWide().store(ORDERS).count(OrderAttributes.QUOTE.eq(quote.id())) > 0) {
            throw Refused.because(Reason.of(SalesReason.QUOTE_ALREADY_ORDERED));
          }
          String number = String.format(Locale.ROOT, "O-%06d", tx.nextNumber("sales.order"));
          OrderRules.Placing placing =
              new OrderRules.Placing(new OrderId(tx.newId()), number, tx.occurredAt());
          return tx.store(ORDERS).insert(OrderRules.place(quote, opportunity, placing));
        });
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
          SalesOrder after =
              tx.store(ORDERS).save(before, OrderRules.answered(before, command.answer()));
          keep(tx, command);
          return after;
        });
  }

  private static SalesOrder repeated(Tx tx, ErpMessage told, RecordErpAnswer command) {
    if (!told.order().equals(command.order()) || !told.answer().equals(command.answer())) {
      throw Refused.because(
          Reason.of(SalesReason.ERP_MESSAGE_KEY_REUSED).with("key", command.messageKey()));
    }
    return tx.store(ORDERS).get(command.order());
  }

  private static void keep(Tx tx, RecordErpAnswer command) {
    tx.store(ERP_MESSAGES)
        .insert(
            new ErpMessage(
                new ErpMessageId(tx.newId()),
                0,
                command.order(),
                command.messageKey(),
                command.answer(),
                tx.now()));
    if (command.answer() instanceof ErpAnswer.Shipped shipped) {
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
  public List<Shipment> shipments(OrderId id) {
    return work.read(tx -> tx.store(SHIPMENTS).all(OrderEntities.SHIPMENT_OF.eq(id)));
  }
}

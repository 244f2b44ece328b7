package io.crmkit.sales.contribution;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoodsSource;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.order.OrderAttributes;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.order.Shipment;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.value.EntityRef;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What quotes offer and orders sell, for the installed base. */
public final class SalesSoldGoods implements SoldGoodsSource {

  private static final int PAGE = 200;

  @Inject
  SalesSoldGoods() {}

  @Override
  public Optional<SoldGoods> find(CrmSession session, EntityRef source) {
    return switch (source.entity()) {
      case SalesEntities.ORDER ->
          session
              .get(Orders.class)
              .find(new OrderId(source.id()))
              .map(order -> goods(session, order, source));
      case SalesEntities.QUOTE ->
          session
              .get(Quotes.class)
              .find(new QuoteId(source.id()))
              .map(quote -> goods(session, quote, source));
      default -> Optional.empty();
    };
  }

  @Override
  public List<SoldGoods> executedFor(CrmSession session, CustomerId customer) {
    List<SoldGoods> executed = new ArrayList<>();
    Query<SalesOrder> query =
        Query.where(
                OrderAttributes.CUSTOMER
                    .eq(customer)
                    .and(OrderAttributes.STATUS.eq(OrderStatus.EXECUTED)))
            .limit(PAGE);
    Page<SalesOrder> page;
    do {
      page = session.get(Orders.class).page(query);
      for (SalesOrder order : page.items()) {
        executed.add(goods(session, order, EntityRef.of(SalesEntities.ORDER, order.id())));
      }
      query = query.after(page.next());
    } while (page.next() != null);
    return executed;
  }

  /** A quote that was ordered has come as far as its order. */
  private static SoldGoods goods(CrmSession session, Quote quote, EntityRef source) {
    Optional<SalesOrder> order =
        session
            .get(Orders.class)
            .page(Query.where(OrderAttributes.QUOTE.eq(quote.id())).limit(1))
            .items()
            .stream()
            .findFirst();
    if (order.isPresent()) {
      return goods(session, order.get(), source);
    }
    SoldGoods.State state =
        switch (quote.status()) {
          case DRAFT, SUBMITTED, APPROVED, SENT, ACCEPTED -> SoldGoods.State.OFFERED;
          case REJECTED, EXPIRED, SUPERSEDED -> SoldGoods.State.VOID;
        };
    List<SoldGoods.Line> lines =
        quote.lines().stream()
            .map(
                l ->
                    new SoldGoods.Line(
                        l.lineId(),
                        l.parentLine(),
                        l.item().product(),
                        l.item().name(),
                        l.quantity(),
                        SoldGoods.Delivery.none()))
            .toList();
    return new SoldGoods(
        source, quote.heading().customer(), state, quote.heading().number(), lines);
  }

  private static SoldGoods goods(CrmSession session, SalesOrder order, EntityRef source) {
    SoldGoods.State state =
        switch (order.status()) {
          case PLACED, ACCEPTED -> SoldGoods.State.ORDERED;
          case EXECUTED -> SoldGoods.State.EXECUTED;
          case REFUSED, CANCELLED -> SoldGoods.State.VOID;
        };
    List<Shipment> shipments = session.get(Orders.class).shipments(order.id());
    List<SoldGoods.Line> lines =
        order.lines().stream()
            .map(
                l ->
                    new SoldGoods.Line(
                        l.lineId(),
                        l.parentLine(),
                        l.item().product(),
                        l.item().name(),
                        l.quantity(),
                        delivery(l.lineId(), shipments)))
            .toList();
    return new SoldGoods(
        source, order.heading().customer(), state, order.heading().number(), lines);
  }

  private static SoldGoods.Delivery delivery(UUID line, List<Shipment> shipments) {
    int quantity = 0;
    LocalDate last = null;
    List<String> serials = new ArrayList<>();
    for (Shipment shipment : shipments) {
      if (shipment.lineId().equals(line)) {
        quantity += shipment.quantity();
        last = last == null || shipment.shippedOn().isAfter(last) ? shipment.shippedOn() : last;
        serials.addAll(shipment.serialNumbers());
      }
    }
    return new SoldGoods.Delivery(quantity, last, serials);
  }
}

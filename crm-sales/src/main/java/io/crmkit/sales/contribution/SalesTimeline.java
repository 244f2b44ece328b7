package io.crmkit.sales.contribution;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadAttributes;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.api.sales.opportunity.OpportunityChange;
import io.crmkit.api.sales.opportunity.OpportunityChangeAttributes;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.order.OrderAttributes;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.order.Shipment;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteAttributes;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Leads, opportunities, quotes and orders of a customer, as they happened. */
public final class SalesTimeline implements TimelineSource {

  private static final String MODULE = "sales";

  @Inject
  SalesTimeline() {}

  @Override
  public List<TimelineEntry> timeline(CrmSession session, Span span) {
    List<TimelineEntry> entries = new ArrayList<>();
    leads(session, span, entries);
    opportunities(session, span, entries);
    quotes(session, span, entries);
    orders(session, span, entries);
    entries.removeIf(
        e -> e.occurredAt().isBefore(span.from()) || !e.occurredAt().isBefore(span.to()));
    entries.sort(Comparator.comparing(TimelineEntry::occurredAt).reversed());
    return entries.stream().limit(span.limit()).toList();
  }

  private static void leads(CrmSession session, Span span, List<TimelineEntry> entries) {
    Query<Lead> query =
        Query.where(LeadAttributes.CUSTOMER.eq(span.customer()))
            .orderBy(LeadAttributes.CAPTURED_AT.descending())
            .limit(limit(span));
    for (Lead lead : session.get(Leads.class).page(query).items()) {
      EntityRef ref = EntityRef.of(SalesEntities.LEAD, lead.id());
      String topic = lead.need().topic() == null ? "" : ": " + lead.need().topic();
      entries.add(
          entry(
              lead.origin().capturedAt(),
              "lead-captured",
              ref,
              new Label(
                  "need came in from " + lead.origin().source() + topic,
                  "收到来自 " + lead.origin().source() + " 的需求" + topic)));
    }
  }

  private static void opportunities(CrmSession session, Span span, List<TimelineEntry> entries) {
    Opportunities opportunities = session.get(Opportunities.class);
    Query<Opportunity> query =
        Query.where(OpportunityAttributes.CUSTOMER.eq(span.customer()))
            .orderBy(OpportunityAttributes.CHANGED_AT.descending())
            .limit(limit(span));
    Map<OpportunityId, Opportunity> byId = new LinkedHashMap<>();
    opportunities.page(query).items().forEach(o -> byId.put(o.id(), o));
    if (byId.isEmpty()) {
      return;
    }
    // One read for all of them; amendments and moves to another revision are no news here.
    Query<OpportunityChange> moves =
        Query.where(
                OpportunityChangeAttributes.OPPORTUNITY
                    .in(List.copyOf(byId.keySet()))
                    .and(
                        OpportunityChangeAttributes.KIND.in(
                            List.of(
                                OpportunityChange.Kind.OPENED,
                                OpportunityChange.Kind.MOVED,
                                OpportunityChange.Kind.REOPENED)))
                    .and(OpportunityChangeAttributes.OCCURRED_AT.between(span.from(), span.to())))
            .orderBy(OpportunityChangeAttributes.OCCURRED_AT.descending())
            .limit(limit(span));
    StageNames stages = new StageNames(session);
    for (OpportunityChange change : opportunities.changes(moves).items()) {
      Opportunity opportunity = byId.get(change.opportunity());
      if (opportunity != null) {
        entries.add(
            change(
                opportunity,
                change,
                stages.of(change.standing().pipeline(), change.standing().stage())));
      }
    }
  }

  private static TimelineEntry change(
      Opportunity opportunity, OpportunityChange change, Label stage) {
    String name = opportunity.name();
    EntityRef ref = EntityRef.of(SalesEntities.OPPORTUNITY, opportunity.id());
    Instant at = change.occurredAt();
    if (change.kind() == OpportunityChange.Kind.OPENED) {
      return entry(
          at, "opportunity-opened", ref, new Label("opportunity opened: " + name, "建立商机：" + name));
    }
    return switch (change.standing().category()) {
      case WON -> entry(at, "opportunity-won", ref, new Label("won: " + name, "赢单：" + name));
      case LOST -> entry(at, "opportunity-lost", ref, new Label("lost: " + name, "丢单：" + name));
      case OPEN ->
          entry(
              at,
              "opportunity-moved",
              ref,
              new Label(
                  name + " entered the stage " + stage.en(), name + " 进入阶段“" + stage.zh() + "”"));
    };
  }

  private static void quotes(CrmSession session, Span span, List<TimelineEntry> entries) {
    Query<Quote> query =
        Query.where(
                QuoteAttributes.CUSTOMER.eq(span.customer()).and(QuoteAttributes.SENT_AT.present()))
            .orderBy(QuoteAttributes.SENT_AT.descending())
            .limit(limit(span));
    for (Quote quote : session.get(Quotes.class).page(query).items()) {
      EntityRef ref = EntityRef.of(SalesEntities.QUOTE, quote.id());
      String number = quote.heading().number() + "/" + quote.heading().revision();
      String total = Amounts.text(quote.totals().total());
      Instant sent = quote.decision().sentAt();
      if (sent != null) {
        entries.add(
            entry(
                sent,
                "quote-sent",
                ref,
                new Label("quote " + number + " sent, " + total, "发出报价单 " + number + "，" + total)));
      }
      Instant decided = quote.decision().decidedAt();
      if (decided != null) {
        boolean accepted = quote.status() == QuoteStatus.ACCEPTED;
        entries.add(
            entry(
                decided,
                accepted ? "quote-accepted" : "quote-rejected",
                ref,
                accepted
                    ? new Label("quote " + number + " accepted", "客户接受报价单 " + number)
                    : new Label("quote " + number + " rejected", "客户拒绝报价单 " + number)));
      }
    }
  }

  private static void orders(CrmSession session, Span span, List<TimelineEntry> entries) {
    Query<SalesOrder> query =
        Query.where(OrderAttributes.CUSTOMER.eq(span.customer()))
            .orderBy(OrderAttributes.PLACED_AT.descending())
            .limit(limit(span));
    for (SalesOrder order : session.get(Orders.class).page(query).items()) {
      EntityRef ref = EntityRef.of(SalesEntities.ORDER, order.id());
      String number = order.heading().number();
      String total = Amounts.text(order.totals().total());
      entries.add(
          entry(
              order.heading().placedAt(),
              "order-placed",
              ref,
              new Label("order " + number + " placed, " + total, "下订单 " + number + "，" + total)));
      session.get(Orders.class).shipments(order.id()).stream()
          .collect(Collectors.groupingBy(Shipment::recordedAt))
          .forEach((at, together) -> entries.add(shipped(ref, number, at, together)));
    }
  }

  private static TimelineEntry shipped(
      EntityRef ref, String number, Instant at, List<Shipment> together) {
    int units = together.stream().mapToInt(Shipment::quantity).sum();
    LocalDate on = together.get(0).shippedOn();
    return entry(
        at,
        "order-shipped",
        ref,
        new Label(
            units
                + (units == 1 ? " unit of order " : " units of order ")
                + number
                + " shipped on "
                + on,
            "订单 " + number + " 于 " + on + " 发货 " + units + " 件"));
  }

  private static int limit(Span span) {
    return Math.max(1, Math.min(span.limit(), Query.MAX_LIMIT));
  }

  private static TimelineEntry entry(Instant at, String kind, EntityRef ref, Label text) {
    return new TimelineEntry(at, MODULE, kind, ref, text);
  }
}

package io.crmkit.sales.contribution;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.api.sales.order.BillingStatus;
import io.crmkit.api.sales.order.OrderAttributes;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteAttributes;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import io.crmkit.api.view.ViewSection;
import io.crmkit.api.view.ViewSource;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What is going on with a customer: open opportunities, live quotes, orders under way. */
public final class SalesView implements ViewSource {

  private static final String MODULE = "sales";
  private static final int LINES = 20;

  @Inject
  SalesView() {}

  @Override
  public List<ViewSection> sections(CrmSession session, CustomerId customer) {
    return List.of(
        new ViewSection(
            MODULE,
            "open-opportunities",
            new Label("Open opportunities", "进行中的商机"),
            opportunities(session, customer)),
        new ViewSection(
            MODULE, "live-quotes", new Label("Live quotes", "有效报价单"), quotes(session, customer)),
        new ViewSection(
            MODULE, "orders", new Label("Orders under way", "执行中的订单"), orders(session, customer)));
  }

  private static List<ViewSection.Line> opportunities(CrmSession session, CustomerId customer) {
    Query<Opportunity> query =
        Query.where(
                OpportunityAttributes.CUSTOMER
                    .eq(customer)
                    .and(OpportunityAttributes.CATEGORY.eq(StageCategory.OPEN)))
            .orderBy(OpportunityAttributes.EXPECTED_CLOSE.ascending())
            .limit(LINES);
    StageNames stages = new StageNames(session);
    return session.get(Opportunities.class).page(query).items().stream()
        .map(
            o -> {
              Label stage = stages.of(o.progress().pipeline(), o.progress().stage());
              Money amount = o.deal().amount();
              String worth = amount == null ? "" : ", " + Amounts.text(amount);
              return new ViewSection.Line(
                  EntityRef.of(SalesEntities.OPPORTUNITY, o.id()),
                  new Label(
                      o.name() + " (" + stage.en() + worth + ")",
                      o.name() + " (" + stage.zh() + worth + ")"));
            })
        .toList();
  }

  private static List<ViewSection.Line> quotes(CrmSession session, CustomerId customer) {
    Query<Quote> query =
        Query.where(
                QuoteAttributes.CUSTOMER
                    .eq(customer)
                    .and(
                        QuoteAttributes.STATUS.in(
                            List.of(
                                QuoteStatus.DRAFT,
                                QuoteStatus.SUBMITTED,
                                QuoteStatus.APPROVED,
                                QuoteStatus.SENT))))
            .orderBy(QuoteAttributes.VALID_UNTIL.ascending())
            .limit(LINES);
    return session.get(Quotes.class).page(query).items().stream()
        .map(
            q -> {
              String what =
                  q.heading().number()
                      + "/"
                      + q.heading().revision()
                      + ", "
                      + Amounts.text(q.totals().total())
                      + ", ";
              LocalDate until = q.terms().validUntil();
              return new ViewSection.Line(
                  EntityRef.of(SalesEntities.QUOTE, q.id()),
                  new Label(what + "valid until " + until, what + "有效期至 " + until));
            })
        .toList();
  }

  private static List<ViewSection.Line> orders(CrmSession session, CustomerId customer) {
    Query<SalesOrder> query =
        Query.where(
                OrderAttributes.CUSTOMER
                    .eq(customer)
                    .and(
                        OrderAttributes.STATUS.in(
                            List.of(
                                OrderStatus.PLACED, OrderStatus.ACCEPTED, OrderStatus.EXECUTED)))
                    .and(Criteria.not(OrderAttributes.BILLING.eq(BillingStatus.PAID))))
            .orderBy(OrderAttributes.PLACED_AT.descending())
            .limit(LINES);
    return session.get(Orders.class).page(query).items().stream()
        .map(
            o -> {
              String what = o.heading().number() + ", " + Amounts.text(o.totals().total()) + ", ";
              Label status = o.status().label();
              return new ViewSection.Line(
                  EntityRef.of(SalesEntities.ORDER, o.id()),
                  new Label(what + status.en(), what + status.zh()));
            })
        .toList();
  }
}

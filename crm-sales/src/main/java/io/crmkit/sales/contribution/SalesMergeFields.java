package io.crmkit.sales.contribution;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.OrderLine;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteAttributes;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.api.sales.quote.QuoteLine;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.sales.quote.TaxLine;
import io.crmkit.api.value.EntityRef;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What documents about an opportunity, a quote or an order can say: {@code opportunity.*}, {@code
 * quote.*} with its lines, {@code order.*}, and the customer's name.
 *
 * <p>About an opportunity, {@code quote} is the accepted one, or else the one written last that is
 * still live.
 */
public final class SalesMergeFields implements MergeFieldSource {

  @Inject
  SalesMergeFields() {}

  @Override
  public Map<String, Object> fields(CrmSession session, EntityRef about) {
    return switch (about.entity()) {
      case SalesEntities.OPPORTUNITY ->
          session
              .get(Opportunities.class)
              .find(new OpportunityId(about.id()))
              .map(o -> ofOpportunity(session, o))
              .orElse(Map.of());
      case SalesEntities.QUOTE ->
          session
              .get(Quotes.class)
              .find(new QuoteId(about.id()))
              .map(q -> ofQuote(session, q))
              .orElse(Map.of());
      case SalesEntities.ORDER ->
          session
              .get(Orders.class)
              .find(new OrderId(about.id()))
              .map(o -> ofOrder(session, o))
              .orElse(Map.of());
      default -> Map.of();
    };
  }

  private static Map<String, Object> ofOpportunity(CrmSession session, Opportunity opportunity) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("opportunity", opportunity(session, opportunity));
    customer(session, opportunity.customer(), fields);
    quote(session, opportunity.id()).ifPresent(q -> fields.put("quote", quote(session, q)));
    return fields;
  }

  private static Map<String, Object> custom(
      CrmSession session, Class<?> entity, CustomValues values) {
    return session.get(CustomFields.class).shown(entity, values);
  }

  private static Map<String, Object> ofQuote(CrmSession session, Quote quote) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("quote", quote(session, quote));
    fields.put(
        "opportunity",
        opportunity(session, session.get(Opportunities.class).get(quote.heading().opportunity())));
    customer(session, quote.heading().customer(), fields);
    return fields;
  }

  private static Map<String, Object> ofOrder(CrmSession session, SalesOrder order) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("number", order.heading().number());
    values.put("placedAt", order.heading().placedAt());
    values.put("net", order.totals().net());
    values.put("tax", order.totals().tax());
    values.put("total", order.totals().total());
    values.put("custom", custom(session, SalesOrder.class, order.custom()));
    values.put("lines", order.lines().stream().map(SalesMergeFields::line).toList());
    fields.put("order", values);
    customer(session, order.heading().customer(), fields);
    return fields;
  }

  /** The accepted quote, or else the live one that was written last. */
  private static Optional<Quote> quote(CrmSession session, OpportunityId opportunity) {
    Query<Quote> query =
        Query.where(
                QuoteAttributes.OPPORTUNITY
                    .eq(opportunity)
                    .and(
                        QuoteAttributes.STATUS.in(
                            List.of(
                                QuoteStatus.ACCEPTED,
                                QuoteStatus.SENT,
                                QuoteStatus.APPROVED,
                                QuoteStatus.SUBMITTED,
                                QuoteStatus.DRAFT))))
            .orderBy(QuoteAttributes.NUMBER.descending())
            .limit(Query.DEFAULT_LIMIT);
    List<Quote> quotes = session.get(Quotes.class).page(query).items();
    return quotes.stream()
        .filter(q -> q.status() == QuoteStatus.ACCEPTED)
        .findFirst()
        .or(() -> quotes.stream().findFirst());
  }

  private static Map<String, Object> opportunity(CrmSession session, Opportunity opportunity) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", opportunity.name());
    values.put(
        "stage",
        new StageNames(session)
            .of(opportunity.progress().pipeline(), opportunity.progress().stage()));
    values.put("probability", opportunity.progress().probability());
    values.put("owner", opportunity.owner().person());
    put(values, "team", opportunity.owner().team());
    put(values, "region", opportunity.owner().region());
    put(values, "amount", opportunity.deal().amount());
    put(values, "expectedClose", opportunity.deal().expectedClose());
    put(values, "product", opportunity.deal().productName());
    values.put("custom", custom(session, Opportunity.class, opportunity.custom()));
    values.put("answers", new LinkedHashMap<String, Object>(opportunity.answers()));
    return values;
  }

  private static Map<String, Object> quote(CrmSession session, Quote quote) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("number", quote.heading().number());
    values.put("revision", quote.heading().revision());
    values.put("validUntil", quote.terms().validUntil());
    values.put("discountPercent", quote.terms().discountPercent());
    put(values, "note", quote.terms().note());
    values.put("custom", custom(session, Quote.class, quote.custom()));
    values.put("gross", quote.totals().gross());
    values.put("discount", quote.totals().discount());
    values.put("net", quote.totals().net());
    values.put("tax", quote.totals().tax());
    values.put("total", quote.totals().total());
    values.put("currency", quote.totals().total().currency().getCurrencyCode());
    values.put("lines", quote.lines().stream().map(SalesMergeFields::line).toList());
    values.put("taxes", quote.taxes().stream().map(SalesMergeFields::tax).toList());
    return values;
  }

  private static Map<String, Object> line(QuoteLine line) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("sku", line.item().sku());
    values.put("name", line.item().name());
    values.put("component", line.parentLine() != null);
    values.put("quantity", line.quantity());
    values.put("unitPrice", line.price().unit());
    values.put("discountPercent", line.price().discountPercent());
    values.put("taxRate", line.price().taxRate());
    values.put("gross", line.amounts().gross());
    values.put("discount", line.amounts().discount());
    values.put("net", line.amounts().net());
    values.put("tax", line.amounts().tax());
    return values;
  }

  private static Map<String, Object> line(OrderLine line) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("sku", line.item().sku());
    values.put("name", line.item().name());
    values.put("component", line.parentLine() != null);
    values.put("quantity", line.quantity());
    values.put("shipped", line.shipped());
    values.put("net", line.net());
    values.put("tax", line.tax());
    return values;
  }

  private static Map<String, Object> tax(TaxLine tax) {
    return Map.of("rate", tax.rate(), "base", tax.base(), "tax", tax.tax());
  }

  private static void customer(
      CrmSession session, @Nullable CustomerId id, Map<String, Object> fields) {
    if (id == null) {
      return;
    }
    session
        .get(Customers.class)
        .find(id)
        .ifPresent(
            c -> {
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("name", c.name().in(session.profile().language()));
              values.put("number", c.number());
              put(values, "latinName", c.name().latin());
              put(values, "chineseName", c.name().chinese());
              put(values, "shortName", c.name().shortName());
              put(values, "sector", c.profile().sector());
              put(values, "country", c.profile().country());
              fields.put("customer", values);
            });
  }

  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}

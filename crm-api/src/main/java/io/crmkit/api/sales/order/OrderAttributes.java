package io.crmkit.api.sales.order;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.quote.QuoteId;
import java.time.Instant;

/** By what orders can be searched and sorted. */
public final class OrderAttributes {

  public static final Attribute<SalesOrder, String> NUMBER =
      Attribute.of(SalesOrder.class, "heading.number", String.class);
  public static final Attribute<SalesOrder, QuoteId> QUOTE =
      Attribute.of(SalesOrder.class, "heading.quote", QuoteId.class);
  public static final Attribute<SalesOrder, OpportunityId> OPPORTUNITY =
      Attribute.of(SalesOrder.class, "heading.opportunity", OpportunityId.class);
  public static final Attribute<SalesOrder, CustomerId> CUSTOMER =
      Attribute.of(SalesOrder.class, "heading.customer", CustomerId.class);
  public static final Attribute<SalesOrder, Instant> PLACED_AT =
      Attribute.of(SalesOrder.class, "heading.placedAt", Instant.class);
  public static final Attribute<SalesOrder, OrderStatus> STATUS =
      Attribute.of(SalesOrder.class, "status", OrderStatus.class);
  public static final Attribute<SalesOrder, BillingStatus> BILLING =
      Attribute.of(SalesOrder.class, "billing", BillingStatus.class);
  public static final Attribute<SalesOrder, String> ERP_NUMBER =
      Attribute.of(SalesOrder.class, "erp.erpNumber", String.class);

  private OrderAttributes() {}
}

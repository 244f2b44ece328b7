package io.crmkit.sales.order;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.order.OrderAttempt;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.order.Shipment;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.core.spi.storage.Entity;

/** The declarations of orders, their shipments and what the ERP said. */
public final class OrderEntities {

  static final Attribute<Shipment, OrderId> SHIPMENT_OF =
      Attribute.of(Shipment.class, "order", OrderId.class);
  static final Attribute<ErpMessage, String> MESSAGE_KEY =
      Attribute.of(ErpMessage.class, "messageKey", String.class);

  static final Attribute<OrderAttempt, OrderId> ATTEMPT_OF =
      Attribute.of(OrderAttempt.class, "order", OrderId.class);
  static final Attribute<OrderAttempt, QuoteId> ATTEMPT_QUOTE =
      Attribute.of(OrderAttempt.class, "quote", QuoteId.class);

  public static final Entity<SalesOrder> ORDERS =
      Entity.of(SalesOrder.class, SalesEntities.ORDER, "crm_sales_order")
          .parts("lines", "crm_sales_order_line")
          .unique(SalesReason.ORDER_NUMBER_TAKEN, "heading.number")
          .unique(SalesReason.QUOTE_ALREADY_ORDERED, "heading.quote")
          .indexed("heading.customer", "heading.opportunity")
          .mentionsPeopleIn("erp.refusal")
          .rootOfAccess();

  public static final Entity<OrderAttempt> ATTEMPTS =
      Entity.of(OrderAttempt.class, SalesEntities.ORDER_ATTEMPT, "crm_order_attempt")
          .indexed("order", "quote")
          .mentionsPeopleIn("refusal")
          .appendOnly()
          .ownedBy("order", SalesOrder.class);

  public static final Entity<Shipment> SHIPMENTS =
      Entity.of(Shipment.class, SalesEntities.SHIPMENT, "crm_shipment")
          .json("serialNumbers")
          .indexed("order")
          .appendOnly()
          .ownedBy("order", SalesOrder.class);

  public static final Entity<ErpMessage> ERP_MESSAGES =
      Entity.of(ErpMessage.class, SalesEntities.ERP_MESSAGE, "crm_erp_message")
          .json("answer")
          .unique(SalesReason.ERP_MESSAGE_KEY_REUSED, "messageKey")
          .indexed("messageKey")
          .mentionsPeopleIn("answer")
          .appendOnly()
          .unaudited()
          .ownedBy("order", SalesOrder.class);

  private OrderEntities() {}
}

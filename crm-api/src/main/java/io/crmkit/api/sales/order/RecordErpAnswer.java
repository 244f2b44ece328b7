package io.crmkit.api.sales.order;

/**
 * The ERP has said something of an order.
 *
 * @param order the order
 * @param messageKey the ERP's key of the message, unique within the tenant, 1 to 200 characters
 * @param answer what it said
 */
public record RecordErpAnswer(OrderId order, String messageKey, ErpAnswer answer) {}

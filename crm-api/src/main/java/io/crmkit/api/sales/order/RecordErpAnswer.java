package io.crmkit.api.sales.order;

import org.jspecify.annotations.Nullable;

/**
 * The ERP has said something of an order.
 *
 * @param order the order
 * @param messageKey the ERP's key of the message, unique within the tenant, 1 to 200 characters
 * @param answer what it said
 * @param attempt which attempt to place the order this answers, see {@link ErpOrder#attempt}; null
 *     for the one at hand
 */
public record RecordErpAnswer(
    OrderId order, String messageKey, ErpAnswer answer, @Nullable Integer attempt) {

  /** Of the attempt at hand. */
  public RecordErpAnswer(OrderId order, String messageKey, ErpAnswer answer) {
    this(order, messageKey, answer, null);
  }

  /** Of this attempt: refused if the order was placed again since. */
  public RecordErpAnswer toAttempt(int number) {
    return new RecordErpAnswer(order, messageKey, answer, number);
  }
}

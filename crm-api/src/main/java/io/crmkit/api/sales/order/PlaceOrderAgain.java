package io.crmkit.api.sales.order;

import io.crmkit.api.sales.quote.QuoteId;
import org.jspecify.annotations.Nullable;

/**
 * An order that the ERP refused is placed again, after what stood against it was put right.
 *
 * @param id the order
 * @param version as the caller saw it
 * @param quote another accepted quote of the same opportunity, whose lines are ordered instead;
 *     null for the same quote
 */
public record PlaceOrderAgain(OrderId id, long version, @Nullable QuoteId quote) {

  /** As it was quoted before. */
  public static PlaceOrderAgain of(SalesOrder order) {
    return new PlaceOrderAgain(order.id(), order.version(), null);
  }

  /** As this quote says. */
  public PlaceOrderAgain quotedIn(QuoteId other) {
    return new PlaceOrderAgain(id, version, other);
  }
}

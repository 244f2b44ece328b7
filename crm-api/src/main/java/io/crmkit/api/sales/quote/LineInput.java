package io.crmkit.api.sales.quote;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line as it is asked for. A bundle's components follow from the price book.
 *
 * @param lineId the line of the earlier revision that this one carries on, or null for a new line
 * @param sku an entry of the price book
 * @param quantity units, 1 to 1,000,000
 * @param unitPrice a price of one unit other than the list price, or null
 * @param discountPercent the line's own discount, in percent, or null for none
 * @param taxRate in percent, or null for the price book's
 */
@RecordBuilder
public record LineInput(
    @Nullable UUID lineId,
    String sku,
    int quantity,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal discountPercent,
    @Nullable BigDecimal taxRate)
    implements LineInputBuilder.With {

  /** At list price, undiscounted. */
  public static LineInput of(String sku, int quantity) {
    return new LineInput(null, sku, quantity, null, null, null);
  }

  /** This line with a discount of its own, in percent. */
  public LineInput discounted(String percent) {
    return withDiscountPercent(new BigDecimal(percent));
  }
}

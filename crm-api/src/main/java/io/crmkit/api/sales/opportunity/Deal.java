package io.crmkit.api.sales.opportunity;

import io.crmkit.api.product.ProductId;
import io.crmkit.api.value.Money;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an opportunity is about.
 *
 * @param amount what it is worth, or null if not yet known
 * @param expectedClose when it should be won, or null if not yet known
 * @param product the catalogue's product, or null
 * @param productName the product or products of interest, for people, or null
 */
@RecordBuilder
public record Deal(
    @Nullable Money amount,
    @Nullable LocalDate expectedClose,
    @Nullable ProductId product,
    @Nullable String productName)
    implements DealBuilder.With {

  /** Nothing is known yet. */
  public static Deal unknown() {
    return new Deal(null, null, null, null);
  }
}

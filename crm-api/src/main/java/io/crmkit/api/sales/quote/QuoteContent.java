package io.crmkit.api.sales.quote;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a quote says.
 *
 * @param priceBook the code of the price book whose revision in force is used
 * @param lines 1 to 1,000 lines
 * @param discountPercent the discount on the whole, in percent, or null for none
 * @param validUntil the last day on which it can be accepted, in the tenant's zone
 * @param note what is said to the customer, at most 2,000 characters, or null
 */
@RecordBuilder
public record QuoteContent(
    String priceBook,
    List<LineInput> lines,
    @Nullable BigDecimal discountPercent,
    LocalDate validUntil,
    @Nullable String note)
    implements QuoteContentBuilder.With {

  public QuoteContent {
    lines = List.copyOf(lines);
  }
}

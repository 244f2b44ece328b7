package io.crmkit.api.sales.quote;

import io.crmkit.api.sales.pricing.Numbers;
import io.crmkit.api.sales.pricing.PriceBookId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On what terms it is offered.
 *
 * @param book the revision of the price book that its prices come from
 * @param discountPercent the discount on the whole, spread over the lines, in percent
 * @param validUntil the last day on which it can be accepted, in the tenant's zone
 * @param note what is said to the customer, or null
 */
@RecordBuilder
public record QuoteTerms(
    PriceBookId book, BigDecimal discountPercent, LocalDate validUntil, @Nullable String note)
    implements QuoteTermsBuilder.With {

  public QuoteTerms {
    discountPercent = Numbers.plain(discountPercent);
  }
}

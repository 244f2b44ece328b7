package io.crmkit.sales.quote;

import io.crmkit.api.sales.quote.QuoteContent;
import io.crmkit.core.spi.work.Form;

/** What is filled in for a quote, by the fields of the quote that it becomes. */
final class QuoteForm {

  private QuoteForm() {}

  static Form<QuoteContent> of(QuoteContent content) {
    return Form.whole(content)
        .at("discountPercent", "terms.discountPercent")
        .at("validUntil", "terms.validUntil")
        .at("note", "terms.note")
        .at("lines.unitPrice", "lines.price.unit")
        .at("lines.discountPercent", "lines.price.discountPercent")
        .at("lines.taxRate", "lines.price.taxRate");
  }
}

package io.crmkit.testkit.assertion;

import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.value.Money;
import org.jspecify.annotations.Nullable;

/** Assertions on a quote. */
public final class QuoteAssert extends RecordAssert<QuoteAssert, Quote> {

  /** For {@code CrmAssertions.assertThat}. */
  public QuoteAssert(@Nullable Quote actual) {
    super(actual, QuoteAssert.class);
  }

  /** It has come so far. */
  public QuoteAssert is(QuoteStatus wanted) {
    isNotNull();
    return same("status", wanted, actual.status());
  }

  /** It is this revision, 1 being the first. */
  public QuoteAssert isRevision(int wanted) {
    isNotNull();
    return same("revision", wanted, actual.heading().revision());
  }

  /** It comes to this, tax included. */
  public QuoteAssert totals(Money wanted) {
    isNotNull();
    return same("total", wanted, actual.totals().total());
  }

  @Override
  CustomValues custom() {
    return actual.custom();
  }

  @Override
  String describe() {
    return "the quote " + actual.heading().number();
  }
}

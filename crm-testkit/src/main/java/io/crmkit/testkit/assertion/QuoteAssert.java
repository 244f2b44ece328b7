package io.crmkit.testkit.assertion;

import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.value.Money;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a quote. */
public final class QuoteAssert extends AbstractAssert<QuoteAssert, Quote> {

  /** For {@code CrmAssertions.assertThat}. */
  public QuoteAssert(@Nullable Quote actual) {
    super(actual, QuoteAssert.class);
  }

  /** It has come so far. */
  public QuoteAssert is(QuoteStatus wanted) {
    isNotNull();
    var found = actual.status();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the status <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** It is this revision, 1 being the first. */
  public QuoteAssert isRevision(int wanted) {
    isNotNull();
    var found = actual.heading().revision();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the revision <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** It comes to this, tax included. */
  public QuoteAssert totals(Money wanted) {
    isNotNull();
    var found = actual.totals().total();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the total <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  private String describe() {
    return "the quote " + actual.heading().number();
  }
}

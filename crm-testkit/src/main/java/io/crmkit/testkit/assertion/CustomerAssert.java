package io.crmkit.testkit.assertion;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerKind;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a customer. */
public final class CustomerAssert extends AbstractAssert<CustomerAssert, Customer> {

  /** For {@code CrmAssertions.assertThat}. */
  public CustomerAssert(@Nullable Customer actual) {
    super(actual, CustomerAssert.class);
  }

  /** It is called so, in English or else in Chinese. */
  public CustomerAssert isNamed(String wanted) {
    isNotNull();
    var found = actual.name().in(java.util.Locale.ENGLISH);
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the name <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** It is of this kind. */
  public CustomerAssert isA(CustomerKind wanted) {
    isNotNull();
    var found = actual.kind();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the kind <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** It has this number. */
  public CustomerAssert hasNumber(String wanted) {
    isNotNull();
    var found = actual.number();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the number <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  private String describe() {
    return "the customer " + actual.name().in(java.util.Locale.ENGLISH);
  }
}

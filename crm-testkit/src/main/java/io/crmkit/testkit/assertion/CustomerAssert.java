package io.crmkit.testkit.assertion;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.field.CustomValues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Assertions on a customer. */
public final class CustomerAssert extends RecordAssert<CustomerAssert, Customer> {

  /** For {@code CrmAssertions.assertThat}. */
  public CustomerAssert(@Nullable Customer actual) {
    super(actual, CustomerAssert.class);
  }

  /** It is called so, in English or else in Chinese. */
  public CustomerAssert isNamed(String wanted) {
    isNotNull();
    return same("name", wanted, actual.name().in(Locale.ENGLISH));
  }

  /** It is of this kind. */
  public CustomerAssert isA(CustomerKind wanted) {
    isNotNull();
    return same("kind", wanted, actual.kind());
  }

  /** It has this number. */
  public CustomerAssert hasNumber(String wanted) {
    isNotNull();
    return same("number", wanted, actual.number());
  }

  @Override
  CustomValues custom() {
    return actual.custom();
  }

  @Override
  String describe() {
    return "the customer " + actual.name().in(Locale.ENGLISH);
  }
}

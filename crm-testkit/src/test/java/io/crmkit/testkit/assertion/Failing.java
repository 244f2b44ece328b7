package io.crmkit.testkit.assertion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.value.Money;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions that do not hold, and ids to make records of. */
final class Failing {

  static final UUID ONE = new UUID(0, 1);
  static final UUID OTHER = new UUID(0, 2);
  static final Money HUNDRED = Money.of("100", "EUR");

  private Failing() {}

  /** The assertion fails and says exactly this. */
  static void says(String message, ThrowingCallable assertion) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
  }
}

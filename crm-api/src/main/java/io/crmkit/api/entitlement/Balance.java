package io.crmkit.api.entitlement;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What came in and went out, all told; the ledger has each entry.
 *
 * @param granted what was granted and carried in
 * @param taken what was consumed and not released
 * @param gone what expired or was carried over
 */
public record Balance(BigDecimal granted, BigDecimal taken, BigDecimal gone) {

  public Balance {
    Objects.requireNonNull(granted, "granted");
    Objects.requireNonNull(taken, "taken");
    Objects.requireNonNull(gone, "gone");
  }

  /** What is left to be taken; never below zero. */
  public BigDecimal left() {
    return granted.subtract(taken).subtract(gone);
  }
}

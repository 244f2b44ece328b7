package io.crmkit.api.sales.pricing;

import java.math.BigDecimal;

/** Keeps equal decimal numbers equal: 5, 5.0 and 5.000000 are the same price or percentage. */
public final class Numbers {

  private Numbers() {}

  /** The same number without zeros at its end, and never with an exponent. */
  public static BigDecimal plain(BigDecimal number) {
    if (number.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

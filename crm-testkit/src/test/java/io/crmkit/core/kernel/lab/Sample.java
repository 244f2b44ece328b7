package io.crmkit.core.kernel.lab;

import io.crmkit.api.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A part of a specimen. */
public record Sample(
    String code,
    Grade grade,
    @Nullable BigDecimal weight,
    @Nullable Money cost,
    @Nullable LocalDate takenOn,
    @Nullable KeeperId taker) {

  public static Sample of(String code) {
    return new Sample(code, Grade.FINE, null, null, null, null);
  }
}

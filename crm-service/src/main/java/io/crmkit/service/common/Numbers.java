package io.crmkit.service.common;

import io.crmkit.core.spi.work.Tx;
import java.util.Locale;
import java.util.function.Predicate;

/** The numbers that people call records by. */
public final class Numbers {

  private Numbers() {}

  /**
   * The next free number, such as {@code SR-000001}.
   *
   * @param prefix what comes before the count
   * @param taken whether somebody chose the number by hand
   */
  public static String next(Tx tx, String prefix, Predicate<String> taken) {
    String number;
    do {
      number = String.format(Locale.ROOT, "%s-%06d", prefix, tx.nextNumber("service." + prefix));
    } while (taken.test(number));
    return number;
  }
}

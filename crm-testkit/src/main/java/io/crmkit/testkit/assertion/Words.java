package io.crmkit.testkit.assertion;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Values as messages tell them. */
final class Words {

  private Words() {}

  /**
   * Some days in a row.
   *
   * @param from the first day, or null if it is not known
   * @param until the day after the last, or null if there is none
   */
  static String days(@Nullable LocalDate from, @Nullable LocalDate until) {
    String begin = from == null ? "always" : "from <" + from + ">";
    return until == null ? begin : begin + " until before <" + until + ">";
  }
}

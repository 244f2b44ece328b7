package io.crmkit.core.customer.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.customer.DateSpan;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DateSpanTest {

  private static final LocalDate START = LocalDate.parse("2024-02-27");

  @Test
  void the_first_day_belongs_to_it_and_the_end_does_not() {
    DateSpan leapDay = new DateSpan(START.plusDays(2), START.plusDays(3));

    assertThat(leapDay.contains(LocalDate.parse("2024-02-29"))).isTrue();
    assertThat(leapDay.contains(LocalDate.parse("2024-03-01"))).isFalse();
    assertThat(leapDay.contains(LocalDate.parse("2024-02-28"))).isFalse();
  }

  @Property
  void what_two_spans_have_in_common_are_the_days_in_both(
      @ForAll("spans") DateSpan one,
      @ForAll("spans") DateSpan other,
      @ForAll("days") LocalDate day) {
    assertThat(one.intersect(other).contains(day))
        .isEqualTo(one.contains(day) && other.contains(day));
    assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(-1, 9).map(START::plusDays);
  }

  @Provide
  Arbitrary<DateSpan> spans() {
    return Combinators.combine(days().injectNull(0.2), days().injectNull(0.2)).as(DateSpan::new);
  }
}

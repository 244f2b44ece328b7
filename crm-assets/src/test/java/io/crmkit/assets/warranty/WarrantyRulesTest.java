package io.crmkit.assets.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.WarrantyCover;
import io.crmkit.api.product.WarrantyTerms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.Assertions;

class WarrantyRulesTest {

  @Example
  void month_ends_are_reckoned_from_the_first_day() {
    LocalDate first = LocalDate.of(2026, 1, 31);

    assertThat(end(first, 1, 0)).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(end(first, 1, 1)).isEqualTo(LocalDate.of(2026, 3, 31));
    assertThat(end(first, 2, 0)).isEqualTo(LocalDate.of(2026, 3, 31));
    assertThat(end(LocalDate.of(2024, 2, 29), 12, 0)).isEqualTo(LocalDate.of(2025, 2, 28));
    assertThat(end(LocalDate.of(2024, 2, 29), 48, 0)).isEqualTo(LocalDate.of(2028, 2, 29));
  }

  @Property
  void months_granted_and_months_added_come_to_the_same(
      @ForAll @IntRange(max = 40_000) int day,
      @ForAll @IntRange(min = 1, max = 240) int months,
      @ForAll @IntRange(max = 240) int extra) {
    LocalDate first = LocalDate.of(1990, 1, 1).plusDays(day);

    LocalDate end = end(first, months, extra);

    // The same by calendar: so many months on, the same day or the month's last.
    YearMonth month = YearMonth.from(first).plusMonths((long) months + extra);
    assertThat(YearMonth.from(end)).isEqualTo(month);
    assertThat(end.getDayOfMonth())
        .isEqualTo(Math.min(first.getDayOfMonth(), month.lengthOfMonth()));
    assertThat(end).isEqualTo(end(first, months + extra, 0));
  }

  @Property
  void the_last_day_is_covered_and_the_end_is_not(
      @ForAll @IntRange(max = 40_000) int day, @ForAll @IntRange(min = 1, max = 60) int months) {
    LocalDate first = LocalDate.of(1990, 1, 1).plusDays(day);
    WarrantyCover cover = WarrantyRules.cover(WarrantyTerms.from(first, "full", months), 0, first);
    LocalDate end = cover.endsOn();

    Assertions.assertThat(end).isNotNull();
    assertThat(cover.includes(first)).isTrue();
    assertThat(cover.includes(first.minusDays(1))).isFalse();
    assertThat(cover.includes(end.minusDays(1))).isTrue();
    assertThat(cover.includes(end)).isFalse();
  }

  @Example
  void a_kind_said_in_the_hand_over_takes_the_place_of_the_products() {
    List<WarrantyTerms> terms =
        WarrantyRules.overlay(
            List.of(
                WarrantyTerms.fromShipment("full", 12), WarrantyTerms.fromShipment("parts", 24)),
            List.of(
                WarrantyTerms.fromShipment("full", 36), WarrantyTerms.fromShipment("labour", 6)));

    assertThat(terms)
        .extracting(t -> t.kind() + " " + t.months())
        .containsExactly("full 36", "parts 24", "labour 6");
  }

  private static LocalDate end(LocalDate first, int months, int extra) {
    return WarrantyRules.cover(WarrantyTerms.from(first, "full", months), extra, first).endsOn();
  }
}

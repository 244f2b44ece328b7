package io.crmkit.assets.warranty;

import io.crmkit.api.asset.AssetStatus;
import io.crmkit.assets.asset.StatusStretches;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The repairs of a unit that have ended, as business days. Pure.
 *
 * @param ended in the order of time
 */
record Repairs(List<Repair> ended) {

  static final Repairs NONE = new Repairs(List.of());

  /**
   * @param in the day on which the unit went into repair
   * @param out the day on which it came out
   */
  record Repair(LocalDate in, LocalDate out) {}

  Repairs {
    ended = List.copyOf(ended);
  }

  static Repairs of(StatusStretches stretches, ZoneId zone) {
    List<Repair> ended = new ArrayList<>();
    for (StatusStretches.Stretch stretch : stretches.all()) {
      Instant to = stretch.to();
      if (stretch.status() == AssetStatus.IN_REPAIR && to != null) {
        ended.add(
            new Repair(LocalDate.ofInstant(stretch.from(), zone), LocalDate.ofInstant(to, zone)));
      }
    }
    return new Repairs(ended);
  }

  /**
   * The days in repair of a cover, which become later days of the same cover: the day on which the
   * unit went in counts, that on which it came out does not.
   *
   * @param from the first day that counts
   * @param end the day after the last, if there were no repairs
   */
  int daysWithin(LocalDate from, LocalDate end) {
    LocalDate reached = end;
    for (Repair repair : ended) {
      LocalDate first = repair.in().isBefore(from) ? from : repair.in();
      // Once it has begun within the cover, all of it counts: meanwhile the cover cannot end.
      if (first.isBefore(reached) && first.isBefore(repair.out())) {
        reached = reached.plusDays(ChronoUnit.DAYS.between(first, repair.out()));
      }
    }
    return Math.toIntExact(ChronoUnit.DAYS.between(end, reached));
  }
}

package io.crmkit.assets.asset;

import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStatusFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The times during which a unit had one status, as is believed by all that was recorded, one after
 * the other. Pure.
 *
 * @param all in the order of time; times of which nothing is known lie between them
 */
public record StatusStretches(List<Stretch> all) {

  /**
   * @param status the status
   * @param from since when
   * @param to until when; null if it is so still
   */
  public record Stretch(AssetStatus status, Instant from, @Nullable Instant to) {}

  public StatusStretches {
    all = List.copyOf(all);
  }

  /**
   * @param now the present moment; what lies behind it is not looked at
   */
  public static StatusStretches of(AssetHistory history, Instant now) {
    List<Stretch> found = new ArrayList<>();
    @Nullable AssetStatus status = null;
    Instant since = Instant.MIN;
    for (Instant moment : moments(history, now)) {
      AssetStatus then = history.status(moment, now).orElse(null);
      if (then != status) {
        if (status != null) {
          found.add(new Stretch(status, since, moment));
        }
        status = then;
        since = moment;
      }
    }
    if (status != null) {
      found.add(new Stretch(status, since, null));
    }
    return new StatusStretches(found);
  }

  /** The moments at which something may have become different. */
  private static TreeSet<Instant> moments(AssetHistory history, Instant now) {
    TreeSet<Instant> moments = new TreeSet<>();
    for (AssetStatusFact fact : history.statuses()) {
      moments.add(fact.time().validFrom());
      Instant to = fact.time().validTo();
      if (to != null) {
        moments.add(to);
      }
    }
    moments.removeIf(moment -> moment.isAfter(now));
    return moments;
  }

  /** Whether it ever had this status. */
  boolean ever(AssetStatus status) {
    return all.stream().anyMatch(stretch -> stretch.status() == status);
  }

  /** The first day with this status; empty if it never had it. */
  public Optional<LocalDate> firstDay(AssetStatus status, ZoneId zone) {
    return all.stream()
        .filter(stretch -> stretch.status() == status)
        .findFirst()
        .map(stretch -> LocalDate.ofInstant(stretch.from(), zone));
  }
}

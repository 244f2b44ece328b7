package io.crmkit.assets.time;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.customer.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers everything that was told, in the order in which it was, and answers by going through it
 * from the end: slow, and obvious.
 */
final class TellTale {

  static final Comparator<AssetId> BY_ID = Comparator.comparing(id -> id.value().toString());

  /** One thing that was told. */
  private record Told(
      AssetId unit,
      Object what,
      @Nullable Object value,
      Instant from,
      @Nullable Instant to,
      Instant heard) {

    boolean speaksOf(Instant at) {
      return !at.isBefore(from) && (to == null || at.isBefore(to));
    }
  }

  private record Standing(AssetStatus status, CustomerId holder) {}

  /** Two customers that turned out to be one. */
  private record Same(CustomerId absorbed, CustomerId survivor, Instant heard) {}

  private final List<Told> all = new ArrayList<>();
  private final List<Same> merges = new ArrayList<>();

  void merged(CustomerId survivor, CustomerId absorbed, Instant now) {
    merges.add(new Same(absorbed, survivor, now));
  }

  /** Who that is, as known then. */
  private CustomerId known(CustomerId customer, Instant asKnownOn) {
    CustomerId who = customer;
    for (Same same : merges) {
      if (same.absorbed().equals(who) && !same.heard().isAfter(asKnownOn)) {
        who = same.survivor();
      }
    }
    return who;
  }

  void came(Asset unit, Instant now) {
    status(unit, now, now);
    placement(unit, now, now);
    party(unit.id(), AssetParty.OWNER, unit.customer(), now, null, now);
  }

  void status(Asset after, Instant at, Instant now) {
    corrected(after.id(), after.life().status(), after.customer(), at, null, now);
  }

  void corrected(
      AssetId unit,
      AssetStatus status,
      CustomerId holder,
      Instant from,
      @Nullable Instant to,
      Instant now) {
    all.add(new Told(unit, "status", new Standing(status, holder), from, to, now));
  }

  void placement(Asset after, Instant at, Instant now) {
    placed(after.id(), after.placement(), at, null, now);
  }

  void placed(AssetId unit, Placement placement, Instant from, @Nullable Instant to, Instant now) {
    all.add(new Told(unit, "placement", placement, from, to, now));
  }

  void party(
      AssetId unit,
      AssetParty party,
      @Nullable CustomerId customer,
      Instant from,
      @Nullable Instant to,
      Instant now) {
    all.add(new Told(unit, party, customer, from, to, now));
  }

  private Optional<Object> last(AssetId unit, Object what, TwoTimes times) {
    for (int i = all.size() - 1; i >= 0; i--) {
      Told told = all.get(i);
      if (told.unit().equals(unit)
          && told.what().equals(what)
          && !told.heard().isAfter(times.asKnownOn())
          && told.speaksOf(times.at())) {
        return Optional.ofNullable(told.value());
      }
    }
    return Optional.empty();
  }

  private <T> Optional<T> standing(AssetId unit, TwoTimes times, Function<Standing, T> which) {
    return last(unit, "status", times).map(value -> which.apply((Standing) value));
  }

  Optional<AssetStatus> status(AssetId unit, TwoTimes times) {
    return standing(unit, times, Standing::status);
  }

  Optional<CustomerId> holder(AssetId unit, TwoTimes times) {
    return standing(unit, times, Standing::holder).map(holder -> known(holder, times.asKnownOn()));
  }

  Map<AssetParty, CustomerId> parties(AssetId unit, TwoTimes times) {
    Map<AssetParty, CustomerId> parties = new TreeMap<>();
    if (status(unit, times).isPresent()) {
      for (AssetParty party : AssetParty.values()) {
        last(unit, party, times)
            .ifPresent(value -> parties.put(party, known((CustomerId) value, times.asKnownOn())));
      }
    }
    return parties;
  }

  private Optional<AssetId> parent(AssetId unit, TwoTimes times) {
    return last(unit, "placement", times)
        .flatMap(value -> Optional.ofNullable(((Placement) value).parent()));
  }

  /** Nothing if the unit was not known of. */
  List<AssetId> path(AssetId unit, TwoTimes times) {
    List<AssetId> path = new ArrayList<>();
    if (status(unit, times).isEmpty()) {
      return path;
    }
    Optional<AssetId> at = Optional.of(unit);
    while (at.isPresent() && last(at.get(), "placement", times).isPresent()) {
      path.add(at.get());
      at = parent(at.get(), times);
    }
    return path;
  }

  Set<AssetId> below(AssetId root, List<AssetId> units, TwoTimes times) {
    Set<AssetId> below = new HashSet<>();
    for (AssetId unit : units) {
      if (path(unit, times).contains(root)) {
        below.add(unit);
      }
    }
    return below;
  }

  Map<AssetStatus, Long> counts(CustomerId customer, List<AssetId> units, TwoTimes times) {
    Map<AssetStatus, Long> counts = new EnumMap<>(AssetStatus.class);
    for (AssetId unit : units) {
      if (holder(unit, times).filter(customer::equals).isPresent()) {
        counts.merge(status(unit, times).orElseThrow(), 1L, Long::sum);
      }
    }
    return counts;
  }

  Set<AssetId> held(CustomerId customer, List<AssetId> units, TwoTimes times) {
    Set<AssetId> held = new TreeSet<>(BY_ID);
    for (AssetId unit : units) {
      if (holder(unit, times).filter(customer::equals).isPresent()
          && status(unit, times).orElseThrow().inInstalledBase()) {
        held.add(unit);
      }
    }
    return held;
  }
}

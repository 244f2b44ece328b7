package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that was ever recorded of a unit's status, placement and parties, in the order it was
 * recorded. It answers for any two times: when it was true, and when we knew. Immutable.
 *
 * @param asset the unit
 * @param statuses in the order they were recorded
 * @param placements in the order they were recorded
 * @param parties in the order they were recorded
 */
public record AssetHistory(
    AssetId asset,
    List<AssetStatusFact> statuses,
    List<AssetPlacementFact> placements,
    List<AssetPartyFact> parties) {

  private static final Comparator<AssetFact> AS_RECORDED =
      Comparator.comparing((AssetFact fact) -> fact.time().recordedAt())
          .thenComparing(fact -> fact.id().value().toString());

  public AssetHistory {
    statuses = statuses.stream().sorted(AS_RECORDED).toList();
    placements = placements.stream().sorted(AS_RECORDED).toList();
    parties = parties.stream().sorted(AS_RECORDED).toList();
  }

  /** The status at a moment, as known at another; empty if none was known. */
  public Optional<AssetStatus> status(Instant at, Instant asKnownOn) {
    return believed(statuses, at, asKnownOn).map(AssetStatusFact::status);
  }

  /** Who had the unit at a moment, as known at another; empty if nothing was known. */
  public Optional<CustomerId> holder(Instant at, Instant asKnownOn) {
    return believed(statuses, at, asKnownOn).map(AssetStatusFact::holder);
  }

  /** The placement at a moment, as known at another; empty if none was known. */
  public Optional<Placement> placement(Instant at, Instant asKnownOn) {
    return believed(placements, at, asKnownOn).map(AssetPlacementFact::placement);
  }

  /** Who was what to the unit at a moment, as known at another. */
  public Map<AssetParty, CustomerId> parties(Instant at, Instant asKnownOn) {
    Map<AssetParty, CustomerId> found = new TreeMap<>();
    for (AssetParty party : AssetParty.values()) {
      believed(parties.stream().filter(f -> f.party() == party).toList(), at, asKnownOn)
          .filter(fact -> !fact.ended())
          .ifPresent(fact -> found.put(party, fact.customer()));
    }
    return found;
  }

  private static <F extends AssetFact> Optional<F> believed(
      List<F> facts, Instant at, Instant asKnownOn) {
    return facts.stream()
        .filter(fact -> !fact.time().recordedAt().isAfter(asKnownOn))
        .filter(fact -> fact.time().holdsAt(at))
        .reduce((earlier, later) -> later);
  }
}

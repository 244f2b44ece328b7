package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.PLACEMENT_FACTS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetFact;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.FactTime;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.core.spi.work.Tx;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Sees to it that no unit ever was within itself, whatever is told late. */
public final class PastStructure {

  /** More units above one, at any time, than any structure has. */
  private static final int MOST_ABOVE = 10_000;

  private PastStructure() {}

  /**
   * A unit is said to have been within another.
   *
   * @throws Refused if the other was not known then, or was another customer's, or if the one would
   *     have been within itself
   */
  public static void requirePossible(Tx tx, Asset unit, Asset parent, FactTime time) {
    AssetHistory ofParent = AssetHistories.statuses(tx, parent.id());
    AssetHistory ofUnit = AssetHistories.statuses(tx, unit.id());
    PastHolders.requireKnown(ofUnit, time);
    PastHolders.requireKnown(ofParent, time);
    if (!PastHolders.theOne(ofParent, time).equals(PastHolders.theOne(ofUnit, time))) {
      throw Refused.because(Reason.of(AssetReason.PARENT_OF_ANOTHER_CUSTOMER));
    }
    if (wouldHaveBeenWithinItself(tx, unit.id(), parent.id(), time)) {
      throw Refused.because(Reason.of(AssetReason.WITHIN_ITSELF));
    }
  }

  /**
   * Whether the unit was, at some moment of that time, above the one it is said to have been
   * within. Facts that are believed no more count, too: better to refuse than to keep a circle.
   */
  private static boolean wouldHaveBeenWithinItself(
      Tx tx, AssetId unit, AssetId parent, FactTime time) {
    Set<AssetId> above = new HashSet<>();
    Deque<AssetId> open = new ArrayDeque<>(List.of(parent));
    while (!open.isEmpty() && above.size() < MOST_ABOVE) {
      AssetId at = open.remove();
      if (at.equals(unit)) {
        return true;
      } else if (above.add(at)) {
        tx
            .tenantWide()
            .store(PLACEMENT_FACTS)
            .all(AssetAttributes.PLACEMENT_FACT_ASSET.eq(at))
            .stream()
            .filter(fact -> overlaps(fact, time))
            .map(fact -> fact.placement().parent())
            .filter(Objects::nonNull)
            .forEach(open::add);
      }
    }
    return above.size() >= MOST_ABOVE;
  }

  private static boolean overlaps(AssetFact fact, FactTime time) {
    Instant to = time.validTo();
    Instant until = fact.time().validTo();
    return (to == null || fact.time().validFrom().isBefore(to))
        && (until == null || time.validFrom().isBefore(until));
  }
}

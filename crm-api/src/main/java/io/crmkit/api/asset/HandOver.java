package io.crmkit.api.asset;

import io.crmkit.api.value.EntityRef;
import java.util.List;
import java.util.UUID;

/**
 * What a hand-over did, unit by unit. Done a second time it does nothing, and says so.
 *
 * @param sale the sale
 * @param units the units of the sale, line by line; without those that were there and that the
 *     caller may not see
 * @param withoutUnits lines of which no unit comes, such as services
 */
public record HandOver(EntityRef sale, List<Unit> units, List<UUID> withoutUnits) {

  public HandOver {
    units = List.copyOf(units);
    withoutUnits = List.copyOf(withoutUnits);
  }

  /** What happened to a unit. */
  public enum Outcome {
    /** It came into being, provisionally. */
    PROVISIONED,
    /** It came into being and belongs to the installed base. */
    REGISTERED,
    /** It was provisional, and belongs to the installed base now. */
    PROMOTED,
    /** It was there; its shipment, serial number or warranty was added. */
    COMPLETED,
    /** It was provisional and is given up. */
    DISSOLVED,
    /** It was there, and nothing about it was new. */
    UNCHANGED
  }

  /**
   * One unit.
   *
   * @param asset the unit
   * @param line the line it comes from
   * @param unit its number within the line, as in {@link SourceLine#unit}
   * @param outcome what happened to it
   */
  public record Unit(AssetId asset, UUID line, String unit, Outcome outcome) {}

  /** Whether anything was done at all. */
  public boolean changedNothing() {
    return units.stream().allMatch(unit -> unit.outcome() == Outcome.UNCHANGED);
  }

  /** How many units had this outcome. */
  public long count(Outcome outcome) {
    return units.stream().filter(unit -> unit.outcome() == outcome).count();
  }

  /** The units that had this outcome. */
  public List<AssetId> assets(Outcome outcome) {
    return units.stream().filter(unit -> unit.outcome() == outcome).map(Unit::asset).toList();
  }
}

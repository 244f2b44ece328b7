package io.crmkit.api.asset;

import io.crmkit.api.product.UnitRole;
import io.crmkit.api.site.SiteId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit is: within which other unit, as what, and where that stands.
 *
 * @param role what it is in the structure
 * @param parent the unit it is part of; null if it stands by itself
 * @param function what it does in there, such as {@code "standby power supply"}
 * @param site where it stands, as people say it; null to go by its parent
 * @param siteId the customer's site at which it stands; null to go by its parent
 * @param slot the slot of its parent that it is fitted in, as marked there; 1 to 60 characters,
 *     null if in none. Where the catalogue names the slots of the parent as it was sold, it is one
 *     of these
 */
@RecordBuilder
public record Placement(
    UnitRole role,
    @Nullable AssetId parent,
    @Nullable String function,
    @Nullable String site,
    @Nullable SiteId siteId,
    @Nullable String slot)
    implements PlacementBuilder.With {

  public Placement {
    Objects.requireNonNull(role, "role");
  }

  /** In no slot. */
  public Placement(
      UnitRole role,
      @Nullable AssetId parent,
      @Nullable String function,
      @Nullable String site,
      @Nullable SiteId siteId) {
    this(role, parent, function, site, siteId, null);
  }

  /** At none of the customer's sites by itself. */
  public Placement(
      UnitRole role, @Nullable AssetId parent, @Nullable String function, @Nullable String site) {
    this(role, parent, function, site, null, null);
  }

  /** By itself. */
  public static Placement standingAlone(UnitRole role) {
    return new Placement(role, null, null, null);
  }

  /** Within another unit. */
  public static Placement within(AssetId parent, UnitRole role) {
    return new Placement(role, parent, null, null);
  }

  /** Fitted in a slot of another unit. */
  public static Placement in(AssetId parent, String slot, UnitRole role) {
    return new Placement(role, parent, null, null, null, slot);
  }

  /** The same place, but no longer within another unit. */
  public Placement alone() {
    return new Placement(role, null, function, site, siteId, null);
  }
}

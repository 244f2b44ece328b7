package io.crmkit.assets.asset;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetCorrection;
import io.crmkit.api.asset.AssetPartyFact;
import io.crmkit.api.asset.AssetPlacementFact;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStatusFact;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.core.spi.storage.Entity;

/** How units and their dated facts are kept. */
public final class AssetEntities {

  /** Maker, normalised; empty if it is us. */
  public static final Attribute<Asset, String> MAKER_KEY =
      Attribute.of(Asset.class, "maker_key", String.class);

  /** Product, or normalised model where the catalogue knows none. */
  public static final Attribute<Asset, String> MODEL_KEY =
      Attribute.of(Asset.class, "model_key", String.class);

  /** Serial number, normalised. */
  public static final Attribute<Asset, String> SERIAL_KEY =
      Attribute.of(Asset.class, "serial_key", String.class);

  /** The slot that it is in, normalised; null unless it is in one. */
  static final Attribute<Asset, String> SLOT_KEY =
      Attribute.of(Asset.class, "slot_key", String.class);

  public static final Entity<Asset> ASSETS =
      Entity.of(Asset.class, Assets.ENTITY, "crm_asset")
          .json("specification")
          .derived(MAKER_KEY, asset -> SerialKey.maker(asset.identity()), "identity")
          .derived(MODEL_KEY, asset -> SerialKey.model(asset.identity()), "identity")
          .derived(
              SERIAL_KEY, asset -> SerialKey.serial(asset.identity().serialNumber()), "identity")
          .derived(SLOT_KEY, UnitSlots::occupied, "placement.slot", "life.status")
          .unique(AssetReason.SLOT_TAKEN, "placement.parent", "slot_key")
          .unique(AssetReason.SERIAL_NUMBER_TAKEN, "serial_key", "model_key", "maker_key")
          .unique(AssetReason.SOURCE_UNIT_TAKEN, "source.line", "source.unit")
          .indexed(
              "customer",
              "placement.parent",
              "placement.siteId",
              "identity.product",
              "source.sale.id",
              "source.line",
              "serial_key",
              "numbers.own",
              "numbers.customers",
              "numbers.reference",
              "succession.replaces",
              "succession.replacedBy",
              "parties.user",
              "parties.maintainer",
              "parties.lessor",
              "loan.inPlaceOf",
              "loan.lender")
          .mentionsPeopleIn("placement.function", "placement.site")
          .rootOfAccess();

  public static final Entity<AssetStatusFact> STATUS_FACTS =
      Entity.of(AssetStatusFact.class, "assets.status-fact", "crm_asset_status_fact")
          .indexed("asset", "holder")
          .appendOnly()
          .unaudited()
          .ownedBy("asset", Asset.class);

  public static final Entity<AssetPlacementFact> PLACEMENT_FACTS =
      Entity.of(AssetPlacementFact.class, "assets.placement-fact", "crm_asset_placement_fact")
          .indexed("asset", "placement.parent", "placement.siteId", "holder")
          .repeats("placement.parent", "placement.parent")
          .repeats("placement.function", "placement.function")
          .repeats("placement.site", "placement.site")
          .repeats("placement.siteId", "placement.siteId")
          .repeats("placement.slot", "placement.slot")
          .mentionsPeopleIn("placement.function", "placement.site")
          .appendOnly()
          .unaudited()
          .ownedBy("asset", Asset.class);

  public static final Entity<AssetPartyFact> PARTY_FACTS =
      Entity.of(AssetPartyFact.class, "assets.party-fact", "crm_asset_party_fact")
          .indexed("asset", "customer")
          .appendOnly()
          .unaudited()
          .ownedBy("asset", Asset.class);

  /** What was told late of the past; unlike the facts, the audit tells of these. */
  public static final Entity<AssetCorrection> CORRECTIONS =
      Entity.of(AssetCorrection.class, "assets.correction", "crm_asset_correction")
          .indexed("asset")
          .mentionsPeopleIn("told")
          .appendOnly()
          .ownedBy("asset", Asset.class);

  private AssetEntities() {}
}

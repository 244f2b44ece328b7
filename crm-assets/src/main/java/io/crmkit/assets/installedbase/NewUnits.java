package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.AsSold;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetLife;
import io.crmkit.api.asset.AssetProvisioned;
import io.crmkit.api.asset.AssetRegistered;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.SourceLine;
import io.crmkit.api.asset.Supply;
import io.crmkit.api.asset.Tenure;
import io.crmkit.api.asset.TitleRule;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.product.Product;
import io.crmkit.api.value.EntityRef;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes units that come of a sale; what the catalogue says now is kept as sold. Pure. */
final class NewUnits {

  private NewUnits() {}

  /** How the unit is named. */
  record Naming(AssetId id, SourceLine source, @Nullable String serialNumber) {}

  /** Of which sale it comes, the unit it is within, if any, and which day it is there. */
  record Circumstances(SaleFacts facts, @Nullable AssetId parent, LocalDate today) {}

  static Asset of(Naming naming, UnitSpec spec, Circumstances circumstances) {
    Product product = spec.kind().product();
    SaleFacts facts = circumstances.facts();
    return new Asset(
        naming.id(),
        0,
        facts.goods().customer(),
        identity(spec, naming.serialNumber()),
        null,
        life(spec, circumstances),
        new Placement(
            spec.kind().role(),
            circumstances.parent(),
            spec.kind().function(),
            null,
            null,
            circumstances.parent() == null ? null : spec.kind().slot()),
        product == null ? null : new AsSold(product.sku(), product.life().revision()),
        naming.source(),
        null,
        null,
        null,
        product == null ? Map.of() : product.specification(),
        CustomValues.none());
  }

  static AssetIdentity identity(UnitSpec spec, @Nullable String serialNumber) {
    Product product = spec.kind().product();
    return new AssetIdentity(
        spec.kind().model(),
        product == null ? null : product.description().maker(),
        product == null ? null : product.id(),
        serialNumber,
        product == null || product.numbers() == null ? null : product.numbers().batch());
  }

  static CrmEvent event(Asset asset, EntityRef sale) {
    AssetIdentity identity = asset.identity();
    return asset.provisional()
        ? new AssetProvisioned(asset.id(), asset.customer(), identity.product(), sale)
        : new AssetRegistered(
            asset.id(),
            asset.customer(),
            identity.product(),
            identity.serialNumber(),
            asset.life().supply());
  }

  /** When the unit was shipped: as the sale says, or else on the day it was handed over. */
  static LocalDate shippedOn(UnitSpec spec, LocalDate handedOverOn) {
    UnitSpec.Shipment shipment = spec.shipment();
    return shipment == null || shipment.on() == null ? handedOverOn : shipment.on();
  }

  private static AssetLife life(UnitSpec spec, Circumstances circumstances) {
    if (!spec.shipped()) {
      return AssetLife.of(AssetStatus.PROVISIONAL, Supply.DIRECT);
    }
    SaleFacts facts = circumstances.facts();
    boolean title = facts.terms().title() == TitleRule.DELIVERY;
    LocalDate shippedOn = shippedOn(spec, circumstances.today());
    return new AssetLife(
        title ? AssetStatus.SHIPPED : AssetStatus.PROVISIONAL,
        facts.terms().supply(),
        Tenure.OWNED,
        shippedOn,
        null,
        null,
        title ? shippedOn : null);
  }
}

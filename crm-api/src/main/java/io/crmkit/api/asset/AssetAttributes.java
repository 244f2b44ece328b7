package io.crmkit.api.asset;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.site.SiteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** By what units, their warranties and their history can be searched and sorted. */
public final class AssetAttributes {

  public static final Attribute<Asset, AssetId> ID = Attribute.of(Asset.class, "id", AssetId.class);
  public static final Attribute<Asset, CustomerId> CUSTOMER =
      Attribute.of(Asset.class, "customer", CustomerId.class);
  public static final Attribute<Asset, String> MODEL =
      Attribute.of(Asset.class, "identity.model", String.class);
  public static final Attribute<Asset, String> MAKER =
      Attribute.of(Asset.class, "identity.maker", String.class);
  public static final Attribute<Asset, ProductId> PRODUCT =
      Attribute.of(Asset.class, "identity.product", ProductId.class);
  public static final Attribute<Asset, String> SERIAL_NUMBER =
      Attribute.of(Asset.class, "identity.serialNumber", String.class);
  public static final Attribute<Asset, String> BATCH =
      Attribute.of(Asset.class, "identity.batch", String.class);
  public static final Attribute<Asset, String> REFERENCE =
      Attribute.of(Asset.class, "numbers.reference", String.class);
  public static final Attribute<Asset, String> OWN_NUMBER =
      Attribute.of(Asset.class, "numbers.own", String.class);
  public static final Attribute<Asset, String> CUSTOMERS_NUMBER =
      Attribute.of(Asset.class, "numbers.customers", String.class);
  public static final Attribute<Asset, AssetStatus> STATUS =
      Attribute.of(Asset.class, "life.status", AssetStatus.class);
  public static final Attribute<Asset, Supply> SUPPLY =
      Attribute.of(Asset.class, "life.supply", Supply.class);
  public static final Attribute<Asset, Tenure> TENURE =
      Attribute.of(Asset.class, "life.tenure", Tenure.class);
  public static final Attribute<Asset, LocalDate> SHIPPED_ON =
      Attribute.of(Asset.class, "life.shippedOn", LocalDate.class);
  public static final Attribute<Asset, LocalDate> INSTALLED_ON =
      Attribute.of(Asset.class, "life.installedOn", LocalDate.class);
  public static final Attribute<Asset, LocalDate> FIRST_USED_ON =
      Attribute.of(Asset.class, "life.firstUsedOn", LocalDate.class);

  /** The unit it is part of; {@code Criteria.below(PARENT, root)} finds a whole tree. */
  public static final Attribute<Asset, AssetId> PARENT =
      Attribute.of(Asset.class, "placement.parent", AssetId.class);

  /** The slot of its parent that it is fitted in, as it is written there. */
  public static final Attribute<Asset, String> SLOT =
      Attribute.of(Asset.class, "placement.slot", String.class);

  public static final Attribute<Asset, UnitRole> ROLE =
      Attribute.of(Asset.class, "placement.role", UnitRole.class);

  /** Where it stands, as people say it. */
  public static final Attribute<Asset, String> SITE =
      Attribute.of(Asset.class, "placement.site", String.class);

  /** The site that is said of the unit itself; {@link Assets#atSite} finds what is within, too. */
  public static final Attribute<Asset, SiteId> SITE_ID =
      Attribute.of(Asset.class, "placement.siteId", SiteId.class);

  public static final Attribute<Asset, String> SKU =
      Attribute.of(Asset.class, "sold.sku", String.class);
  public static final Attribute<Asset, Integer> REVISION =
      Attribute.of(Asset.class, "sold.revision", Integer.class);

  /** The unit whose place it took. */
  public static final Attribute<Asset, AssetId> REPLACES =
      Attribute.of(Asset.class, "succession.replaces", AssetId.class);

  /** The unit that took its place. */
  public static final Attribute<Asset, AssetId> REPLACED_BY =
      Attribute.of(Asset.class, "succession.replacedBy", AssetId.class);

  /** Who uses it, if that is not the customer who has it. */
  public static final Attribute<Asset, CustomerId> USER =
      Attribute.of(Asset.class, "parties.user", CustomerId.class);

  public static final Attribute<Asset, CustomerId> MAINTAINER =
      Attribute.of(Asset.class, "parties.maintainer", CustomerId.class);
  public static final Attribute<Asset, CustomerId> LESSOR =
      Attribute.of(Asset.class, "parties.lessor", CustomerId.class);

  /** Whose unit on loan it is. */
  public static final Attribute<Asset, CustomerId> LENDER =
      Attribute.of(Asset.class, "loan.lender", CustomerId.class);

  /** When a unit on loan shall be back. */
  public static final Attribute<Asset, LocalDate> LOAN_DUE_ON =
      Attribute.of(Asset.class, "loan.dueOn", LocalDate.class);

  /** The id of the sale that last spoke of it. */
  public static final Attribute<Asset, UUID> SALE =
      Attribute.of(Asset.class, "source.sale.id", UUID.class);

  public static final Attribute<Asset, UUID> LINE =
      Attribute.of(Asset.class, "source.line", UUID.class);

  /** Whose warranty it is. */
  public static final Attribute<Warranty, AssetId> WARRANTY_ASSET =
      Attribute.of(Warranty.class, "asset", AssetId.class);

  public static final Attribute<Warranty, String> WARRANTY_KIND =
      Attribute.of(Warranty.class, "terms.kind", String.class);
  public static final Attribute<Warranty, LocalDate> WARRANTY_STARTS_ON =
      Attribute.of(Warranty.class, "cover.startsOn", LocalDate.class);
  public static final Attribute<Warranty, LocalDate> WARRANTY_ENDS_ON =
      Attribute.of(Warranty.class, "cover.endsOn", LocalDate.class);

  public static final Attribute<WarrantyFact, WarrantyId> WARRANTY_FACT_WARRANTY =
      Attribute.of(WarrantyFact.class, "warranty", WarrantyId.class);
  public static final Attribute<WarrantyFact, AssetId> WARRANTY_FACT_ASSET =
      Attribute.of(WarrantyFact.class, "asset", AssetId.class);

  public static final Attribute<AssetStatusFact, AssetId> STATUS_FACT_ASSET =
      Attribute.of(AssetStatusFact.class, "asset", AssetId.class);
  public static final Attribute<AssetStatusFact, Instant> STATUS_FACT_FROM =
      Attribute.of(AssetStatusFact.class, "time.validFrom", Instant.class);
  public static final Attribute<AssetStatusFact, CustomerId> STATUS_FACT_HOLDER =
      Attribute.of(AssetStatusFact.class, "holder", CustomerId.class);
  public static final Attribute<AssetPlacementFact, CustomerId> PLACEMENT_FACT_HOLDER =
      Attribute.of(AssetPlacementFact.class, "holder", CustomerId.class);
  public static final Attribute<AssetPlacementFact, AssetId> PLACEMENT_FACT_PARENT =
      Attribute.of(AssetPlacementFact.class, "placement.parent", AssetId.class);
  public static final Attribute<AssetPlacementFact, AssetId> PLACEMENT_FACT_ASSET =
      Attribute.of(AssetPlacementFact.class, "asset", AssetId.class);
  public static final Attribute<AssetPlacementFact, Instant> PLACEMENT_FACT_FROM =
      Attribute.of(AssetPlacementFact.class, "time.validFrom", Instant.class);
  public static final Attribute<AssetPartyFact, AssetId> PARTY_FACT_ASSET =
      Attribute.of(AssetPartyFact.class, "asset", AssetId.class);
  public static final Attribute<AssetPartyFact, CustomerId> PARTY_FACT_CUSTOMER =
      Attribute.of(AssetPartyFact.class, "customer", CustomerId.class);

  public static final Attribute<AssetCorrection, AssetId> CORRECTION_ASSET =
      Attribute.of(AssetCorrection.class, "asset", AssetId.class);

  private AssetAttributes() {}
}

package io.crmkit.assets;

import io.crmkit.api.asset.AssetDissolved;
import io.crmkit.api.asset.AssetGivenBack;
import io.crmkit.api.asset.AssetHistoryCorrected;
import io.crmkit.api.asset.AssetLent;
import io.crmkit.api.asset.AssetLookup;
import io.crmkit.api.asset.AssetMoved;
import io.crmkit.api.asset.AssetPartyChanged;
import io.crmkit.api.asset.AssetPromoted;
import io.crmkit.api.asset.AssetProvisioned;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetRegistered;
import io.crmkit.api.asset.AssetReplaced;
import io.crmkit.api.asset.AssetStatusChanged;
import io.crmkit.api.asset.AssetTransferred;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.SerialNumberAssigned;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.WarrantyChanged;
import io.crmkit.api.asset.WarrantyGranted;
import io.crmkit.api.customer.merge.CustomerMergePart;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.entitlement.EntitlementChanged;
import io.crmkit.api.entitlement.EntitlementReason;
import io.crmkit.api.entitlement.EntitlementReassigned;
import io.crmkit.api.entitlement.Entitlements;
import io.crmkit.api.environment.EnvironmentChanged;
import io.crmkit.api.environment.EnvironmentRecorded;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.module.ApiVersion;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.privacy.ErasurePart;
import io.crmkit.api.product.ProductChanged;
import io.crmkit.api.product.ProductCreated;
import io.crmkit.api.product.ProductReason;
import io.crmkit.api.product.Products;
import io.crmkit.api.sales.order.OrderProgressed;
import io.crmkit.api.sales.quote.QuoteChanged;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.site.SiteChanged;
import io.crmkit.api.site.SiteCreated;
import io.crmkit.api.site.SiteReason;
import io.crmkit.api.site.Sites;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSource;
import io.crmkit.assets.asset.AssetEntities;
import io.crmkit.assets.asset.AssetLookupService;
import io.crmkit.assets.asset.AssetService;
import io.crmkit.assets.asset.AssetTrees;
import io.crmkit.assets.asset.AssetTreesInMemory;
import io.crmkit.assets.asset.AssetTreesInSql;
import io.crmkit.assets.custody.AssetTransfersService;
import io.crmkit.assets.entitlement.EntitlementEnd;
import io.crmkit.assets.entitlement.EntitlementEntities;
import io.crmkit.assets.entitlement.EntitlementService;
import io.crmkit.assets.entitlement.EntitlementStory;
import io.crmkit.assets.entitlement.EntitlementStoryService;
import io.crmkit.assets.entitlement.EntitlementTimeline;
import io.crmkit.assets.environment.EnvironmentEntities;
import io.crmkit.assets.environment.EnvironmentService;
import io.crmkit.assets.environment.EnvironmentStory;
import io.crmkit.assets.environment.EnvironmentStoryService;
import io.crmkit.assets.environment.EnvironmentTimeline;
import io.crmkit.assets.installedbase.InstalledBaseService;
import io.crmkit.assets.installedbase.VoidSales;
import io.crmkit.assets.merge.AssetMergePart;
import io.crmkit.assets.merge.CustomerMerges;
import io.crmkit.assets.merge.CustomerMergesService;
import io.crmkit.assets.product.ProductEntities;
import io.crmkit.assets.product.ProductService;
import io.crmkit.assets.site.SiteEntities;
import io.crmkit.assets.site.SiteService;
import io.crmkit.assets.time.AssetsInTimeService;
import io.crmkit.assets.time.UnitTimes;
import io.crmkit.assets.time.UnitTimesInMemory;
import io.crmkit.assets.time.UnitTimesInSql;
import io.crmkit.assets.view.AssetErasure;
import io.crmkit.assets.view.AssetMergeFields;
import io.crmkit.assets.view.AssetSearch;
import io.crmkit.assets.view.AssetTimeline;
import io.crmkit.assets.view.AssetView;
import io.crmkit.assets.view.CustomerUnits;
import io.crmkit.assets.view.CustomerUnitsService;
import io.crmkit.assets.warranty.WarrantyEntities;
import io.crmkit.assets.warranty.WarrantyService;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** Products, customer assets and their warranties. */
public final class AssetsModule implements CrmModule {

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("assets", "0.2.0", "io.crmkit:crm-assets")
        .builtFor(ApiVersion.CURRENT)
        .requiring("customers");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.migrations("io/crmkit/assets/migration");
    registrar.reasons(AssetReason.class);
    registrar.reasons(ProductReason.class);
    registrar.reasons(EntitlementReason.class);
    registrar.reasons(SiteReason.class);
    entities(registrar);
    services(registrar);
    events(registrar);
    registrar.contribute(TimelineSource.POINT, AssetTimeline.class);
    registrar.contribute(TimelineSource.POINT, EnvironmentTimeline.class);
    registrar.contribute(TimelineSource.POINT, EntitlementTimeline.class);
    registrar.contribute(ViewSource.POINT, AssetView.class);
    registrar.contribute(SearchSource.POINT, AssetSearch.class);
    registrar.contribute(MergeFieldSource.POINT, AssetMergeFields.class);
    registrar.contribute(CustomerMergePart.POINT, AssetMergePart.class);
    registrar.contribute(ErasurePart.POINT, AssetErasure.class);
  }

  private static void entities(ModuleRegistrar registrar) {
    registrar.entity(ProductEntities.PRODUCTS);
    registrar.entity(ProductEntities.revisions());
    registrar.entity(SiteEntities.SITES);
    registrar.entity(AssetEntities.ASSETS);
    registrar.entity(AssetEntities.STATUS_FACTS);
    registrar.entity(AssetEntities.PLACEMENT_FACTS);
    registrar.entity(AssetEntities.PARTY_FACTS);
    registrar.entity(AssetEntities.CORRECTIONS);
    registrar.entity(WarrantyEntities.WARRANTIES);
    registrar.entity(EntitlementEntities.ENTITLEMENTS);
    registrar.entity(EntitlementEntities.ENTRIES);
    registrar.entity(EnvironmentEntities.CONTENTS);
    registrar.entity(EnvironmentEntities.SNAPSHOTS);
    registrar.entity(EnvironmentEntities.CHANGES);
    registrar.entity(EnvironmentEntities.ITEMS);
    registrar.entity(WarrantyEntities.FACTS);
    // Not AssetTreesInSql::new, which would load it, and jOOQ with it, at the start.
    registrar.queries(
        AssetTrees.class, read -> new AssetTreesInSql(read), read -> new AssetTreesInMemory(read));
    registrar.queries(
        UnitTimes.class, read -> new UnitTimesInSql(read), read -> new UnitTimesInMemory(read));
  }

  private static void services(ModuleRegistrar registrar) {
    registrar.service(Products.class, ProductService.class);
    registrar.service(Sites.class, SiteService.class);
    registrar.service(Assets.class, AssetService.class);
    registrar.service(AssetTransfers.class, AssetTransfersService.class);
    registrar.service(AssetsInTime.class, AssetsInTimeService.class);
    registrar.service(Entitlements.class, EntitlementService.class);
    registrar.service(EntitlementEnd.Ending.class, EntitlementEnd.Service.class);
    registrar.service(EntitlementStory.class, EntitlementStoryService.class);
    registrar.service(Warranties.class, WarrantyService.class);
    registrar.service(InstalledBase.class, InstalledBaseService.class);
    registrar.service(AssetLookup.class, AssetLookupService.class);
    registrar.service(CustomerUnits.class, CustomerUnitsService.class);
    registrar.service(CustomerMerges.class, CustomerMergesService.class);
    registrar.service(Environments.class, EnvironmentService.class);
    registrar.service(EnvironmentStory.class, EnvironmentStoryService.class);
  }

  private static void events(ModuleRegistrar registrar) {
    registrar.event(ProductCreated.class);
    registrar.event(ProductChanged.class);
    registrar.event(SiteCreated.class);
    registrar.event(SiteChanged.class);
    registrar.event(AssetRegistered.class);
    registrar.event(AssetProvisioned.class);
    registrar.event(AssetPromoted.class);
    registrar.event(AssetDissolved.class);
    registrar.event(AssetStatusChanged.class);
    registrar.event(AssetMoved.class);
    registrar.event(AssetTransferred.class);
    registrar.event(AssetReplaced.class);
    registrar.event(AssetLent.class);
    registrar.event(AssetGivenBack.class);
    registrar.event(AssetPartyChanged.class);
    registrar.event(AssetHistoryCorrected.class);
    registrar.event(SerialNumberAssigned.class);
    registrar.event(EntitlementChanged.class);
    registrar.event(EntitlementReassigned.class);
    registrar.timer(EntitlementEnd.HANDLER, EntitlementEnd.Due.class, EntitlementEnd.class);
    registrar.event(WarrantyGranted.class);
    registrar.event(WarrantyChanged.class);
    registrar.event(EnvironmentRecorded.class);
    registrar.event(EnvironmentChanged.class);
    registrar.subscribeDurably(
        OrderProgressed.class, "assets.give-up-void-orders", VoidSales.OfOrders.class);
    registrar.subscribeDurably(
        QuoteChanged.class, "assets.give-up-void-quotes", VoidSales.OfQuotes.class);
  }
}

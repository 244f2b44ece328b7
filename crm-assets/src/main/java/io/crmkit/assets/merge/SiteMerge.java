package io.crmkit.assets.merge;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.site.SiteEntities.SITES;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetMoved;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.MergeForecast;
import io.crmkit.api.customer.merge.MergeShare;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteAttributes;
import io.crmkit.api.site.SiteChanged;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.Sites;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.assets.asset.AssetJournal;
import io.crmkit.assets.asset.Portions;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sites go with the units that stand there. Given back, a site takes along none that stays, and a
 * unit that goes back leaves those of the survivor: it stands at no known site then.
 */
final class SiteMerge {

  private static final Label SITES_LABEL = new Label("sites", "站点");

  private final Tx tx;

  SiteMerge(Tx tx) {
    this.tx = tx;
  }

  static MergeForecast forecast(ReadTx tenantWide, CustomerMerge merge) {
    long count = tenantWide.store(SITES).count(SiteAttributes.CUSTOMER.eq(merge.absorbed()));
    return MergeForecast.of(SITES_LABEL, Math.toIntExact(count));
  }

  List<EntityRef> move(CustomerMerge merge) {
    List<SiteId> ids =
        tx.tenantWide().store(SITES).all(SiteAttributes.CUSTOMER.eq(merge.absorbed())).stream()
            .map(Site::id)
            .toList();
    Portions.each(ids, some -> reassign(some, merge.absorbed(), merge.survivor()));
    return ids.stream().map(id -> EntityRef.of(Sites.ENTITY, id)).toList();
  }

  /** Runs when the units have been given back. */
  void undo(CustomerMerge merge, MergeShare share) {
    List<SiteId> ids =
        share.moved().stream()
            .filter(ref -> ref.entity().equals(Sites.ENTITY))
            .map(ref -> new SiteId(ref.id()))
            .toList();
    Portions.each(ids, some -> reassign(some, merge.survivor(), merge.absorbed()));
    Map<SiteId, CustomerId> owners = new LinkedHashMap<>();
    for (CustomerId customer : List.of(merge.survivor(), merge.absorbed())) {
      tx.tenantWide()
          .store(SITES)
          .all(SiteAttributes.CUSTOMER.eq(customer))
          .forEach(site -> owners.put(site.id(), customer));
    }
    Portions.each(owners.keySet(), some -> leave(some, owners));
  }

  private void reassign(List<SiteId> ids, CustomerId from, CustomerId to) {
    tx.lock(SITES, ids);
    Set<SiteId> seen = new HashSet<>();
    tx.store(SITES).findAll(ids).forEach(site -> seen.add(site.id()));
    List<Change<Site>> shown = new ArrayList<>();
    List<Change<Site>> hidden = new ArrayList<>();
    for (Site before : tx.tenantWide().store(SITES).findAll(ids)) {
      if (before.customer().equals(from)) {
        SiteChanged event = new SiteChanged(before.id(), to, before.status(), before.status());
        (seen.contains(before.id()) ? shown : hidden)
            .add(Change.of(before, before.withCustomer(to), event));
      }
    }
    tx.store(SITES).saveAll(shown);
    tx.tenantWide().store(SITES).saveAll(hidden);
  }

  /** What stands at a site that is not its customer's. */
  private void leave(List<SiteId> sites, Map<SiteId, CustomerId> owners) {
    List<AssetJournal.Alteration> alterations = new ArrayList<>();
    for (Asset asset : tx.tenantWide().store(ASSETS).all(AssetAttributes.SITE_ID.in(sites))) {
      Placement before = asset.placement();
      if (!asset.customer().equals(owners.get(before.siteId()))) {
        Placement after = before.withSiteId(null);
        alterations.add(
            new AssetJournal.Alteration(
                Change.of(
                    asset,
                    asset.withPlacement(after),
                    new AssetMoved(asset.id(), asset.customer(), before, after)),
                "move"));
      }
    }
    new AssetJournal(tx.tenantWide()).saveAll(alterations);
  }
}

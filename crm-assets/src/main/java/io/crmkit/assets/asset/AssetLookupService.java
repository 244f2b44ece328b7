package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.site.SiteEntities.SITES;
import static io.crmkit.assets.warranty.WarrantyEntities.WARRANTIES;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetCriteria;
import io.crmkit.api.asset.AssetFacts;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLookup;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.Loan;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteId;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers what other modules ask of the installed base. */
public final class AssetLookupService implements AssetLookup {

  private static final int MAX_PAGE = 500;

  private final Work work;

  @Inject
  public AssetLookupService(Work work) {
    this.work = work;
  }

  @Override
  public Optional<AssetFacts> facts(AssetId id) {
    return work.read(tx -> tx.store(ASSETS).find(id).map(asset -> facts(tx, asset)));
  }

  @Override
  public Page<AssetFacts> installed(
      @Nullable CustomerId customer, @Nullable String after, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new InvalidInput("limit", "must be between 1 and " + MAX_PAGE);
    }
    Criteria<Asset> base = AssetCriteria.installedBase();
    Query<Asset> query =
        Query.where(customer == null ? base : AssetAttributes.CUSTOMER.eq(customer).and(base))
            .orderBy(AssetAttributes.ID.ascending())
            .limit(limit)
            .after(after);
    return work.read(
        tx -> {
          Page<Asset> page = tx.store(ASSETS).page(query);
          return new Page<>(facts(tx, page.items()), page.next());
        });
  }

  private static AssetFacts facts(ReadTx tx, Asset asset) {
    return facts(tx, List.of(asset)).get(0);
  }

  private static List<AssetFacts> facts(ReadTx tx, List<Asset> assets) {
    List<AssetId> ids = assets.stream().map(Asset::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<AssetId, List<AssetId>> paths = tx.queries(AssetTrees.class).pathsToRoot(ids);
    Map<AssetId, List<AssetFacts.WarrantyFact>> warranties = warranties(tx, ids);
    Map<AssetId, SiteId> sites = sites(tx, ids);
    return assets.stream()
        .map(
            asset ->
                new AssetFacts(
                    asset.id(),
                    asset.customer(),
                    asset.identity().product(),
                    asset.label(),
                    paths.getOrDefault(asset.id(), List.of()),
                    // Of a unit that was given up, title will not pass at all.
                    asset.provisional() || asset.life().status() == AssetStatus.DISSOLVED,
                    warranties.getOrDefault(asset.id(), List.of()),
                    asset.placement().site(),
                    sites.get(asset.id())))
        .toList();
  }

  /** The sites at which units stand, as far as the caller may see them. */
  private static Map<AssetId, SiteId> sites(ReadTx tx, List<AssetId> ids) {
    Map<AssetId, SiteId> sites = new HashMap<>(tx.queries(AssetTrees.class).sites(ids));
    if (!sites.isEmpty()) {
      Set<SiteId> seen =
          tx.store(SITES).findAll(new HashSet<>(sites.values())).stream()
              .map(Site::id)
              .collect(Collectors.toSet());
      sites.values().retainAll(seen);
    }
    return sites;
  }

  /** Those that run; one that waits covers nothing yet. */
  private static Map<AssetId, List<AssetFacts.WarrantyFact>> warranties(
      ReadTx tx, List<AssetId> ids) {
    Map<AssetId, List<AssetFacts.WarrantyFact>> facts = new HashMap<>();
    for (Warranty warranty : tx.store(WARRANTIES).all(AssetAttributes.WARRANTY_ASSET.in(ids))) {
      LocalDate start = warranty.cover().startsOn();
      LocalDate end = warranty.cover().endsOn();
      if (start != null && end != null) {
        facts
            .computeIfAbsent(warranty.asset(), id -> new ArrayList<>())
            .add(
                new AssetFacts.WarrantyFact(
                    warranty.terms().kind(),
                    start,
                    end,
                    warranty.terms().covers(),
                    warranty.terms().exclusions()));
      }
    }
    return facts;
  }

  @Override
  public List<AssetFacts.PassedOn> passedOn(Collection<AssetId> units, Collection<CustomerId> by) {
    return work.read(
        tx -> {
          List<AssetFacts.PassedOn> found = new ArrayList<>();
          List<Asset> seen = tx.store(ASSETS).findAll(units);
          Map<AssetId, AssetHistory> histories =
              AssetHistories.statuses(tx, seen.stream().map(Asset::id).toList());
          for (Asset asset : seen) {
            AssetHistory history = Objects.requireNonNull(histories.get(asset.id()));
            PastHolders.until(history, tx.now())
                .forEach(
                    (customer, moment) -> {
                      if (by.contains(customer) && !has(asset, customer)) {
                        LocalDate on = LocalDate.ofInstant(moment, tx.session().profile().zone());
                        found.add(new AssetFacts.PassedOn(asset.id(), customer, on));
                      }
                    });
          }
          return found;
        });
  }

  private static boolean has(Asset asset, CustomerId customer) {
    Loan loan = asset.loan();
    return asset.customer().equals(customer) || (loan != null && loan.lender().equals(customer));
  }
}

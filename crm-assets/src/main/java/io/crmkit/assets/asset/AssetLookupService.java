package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.warranty.WarrantyEntities.WARRANTIES;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetFacts;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLookup;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.Warranty;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers what other modules ask of the installed base. */
public final class AssetLookupService implements AssetLookup {

  private final Work work;

  @Inject
  public AssetLookupService(Work work) {
    this.work = work;
  }

  @Override
  public Optional<AssetFacts> facts(AssetId id) {
    return work.read(tx -> tx.store(ASSETS).find(id).map(asset -> facts(tx, asset)));
  }

  private static AssetFacts facts(ReadTx tx, Asset asset) {
    return new AssetFacts(
        asset.id(),
        asset.customer(),
        asset.identity().product(),
        asset.label(),
        tx.queries(AssetTrees.class).pathToRoot(asset.id()),
        // Of a unit that was given up, title will not pass at all.
        asset.provisional() || asset.life().status() == AssetStatus.DISSOLVED,
        warranties(tx, asset));
  }

  /** Those that run; one that waits for the installation covers nothing yet. */
  private static List<AssetFacts.WarrantyFact> warranties(ReadTx tx, Asset asset) {
    List<AssetFacts.WarrantyFact> facts = new ArrayList<>();
    for (Warranty warranty :
        tx.store(WARRANTIES).all(AssetAttributes.WARRANTY_ASSET.eq(asset.id()))) {
      LocalDate start = warranty.cover().startsOn();
      LocalDate end = warranty.cover().endsOn();
      if (start != null && end != null) {
        facts.add(
            new AssetFacts.WarrantyFact(
                warranty.terms().kind(), start, end, warranty.terms().covers()));
      }
    }
    return facts;
  }
}

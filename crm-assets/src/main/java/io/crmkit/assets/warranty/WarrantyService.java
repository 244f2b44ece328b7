package io.crmkit.assets.warranty;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.warranty.WarrantyEntities.WARRANTIES;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.ExtendWarranty;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyId;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.assets.check.Faults;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.List;

/** The service of warranties. */
public final class WarrantyService implements Warranties {

  private final Work work;

  @Inject
  public WarrantyService(Work work) {
    this.work = work;
  }

  @Override
  public Warranty grant(GrantWarranty command) {
    Faults faults = new Faults();
    WarrantyRules.check(faults, "terms", command.terms());
    faults.orThrow();
    return work.run(
        "warranty.grant",
        command,
        tx -> {
          // Two grants of one kind at the same moment are decided one after the other.
          tx.lock(ASSETS, List.of(command.asset()));
          Asset asset = tx.store(ASSETS).get(command.asset());
          List<Warranty> others =
              tx.tenantWide().store(WARRANTIES).all(AssetAttributes.WARRANTY_ASSET.eq(asset.id()));
          WarrantyRules.Grant grant =
              new WarrantyRules.Grant(new WarrantyId(tx.newId()), command.terms());
          return tx.store(WARRANTIES).insert(WarrantyRules.grant(grant, asset, others));
        });
  }

  @Override
  public Warranty extend(ExtendWarranty command) {
    Faults faults = new Faults();
    WarrantyRules.checkMonths(faults, "months", command.months());
    faults.orThrow();
    return work.run(
        "warranty.extend",
        command,
        tx -> {
          Warranty before = tx.store(WARRANTIES).get(command.id(), command.version());
          Asset asset = tx.store(ASSETS).get(before.asset());
          return tx.store(WARRANTIES)
              .save(before, WarrantyRules.extend(before, command.months(), asset));
        });
  }

  @Override
  public List<Warranty> of(AssetId asset) {
    return work.read(
        tx -> {
          Asset known = tx.store(ASSETS).get(asset);
          return tx.store(WARRANTIES).all(AssetAttributes.WARRANTY_ASSET.eq(known.id()));
        });
  }

  @Override
  public Page<Warranty> search(Query<Warranty> query) {
    return work.read(tx -> tx.store(WARRANTIES).page(query));
  }
}

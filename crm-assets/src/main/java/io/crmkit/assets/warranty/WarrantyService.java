package io.crmkit.assets.warranty;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.warranty.WarrantyEntities.FACTS;
import static io.crmkit.assets.warranty.WarrantyEntities.WARRANTIES;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.CorrectWarranty;
import io.crmkit.api.asset.ExtendWarranty;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyFact;
import io.crmkit.api.asset.WarrantyId;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.assets.check.Faults;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

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
    TermsChecks.check(faults, "terms", command.terms());
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
          return new WarrantyJournal(tx)
              .insert(
                  WarrantyRules.grant(
                      grant,
                      new WarrantyRules.Surroundings(
                          asset, others, repairs(tx, asset.id(), command.terms()))));
        });
  }

  @Override
  public Warranty extend(ExtendWarranty command) {
    Faults faults = new Faults();
    TermsChecks.checkMonths(faults, "months", command.months());
    faults.orThrow();
    return work.run(
        "warranty.extend",
        command,
        tx -> {
          AssetId unit = tx.store(WARRANTIES).get(command.id(), command.version()).asset();
          // A repair that ends at the same moment must not miss the days that are added.
          tx.lock(ASSETS, List.of(unit));
          Warranty before = tx.store(WARRANTIES).get(command.id(), command.version());
          Asset asset = tx.store(ASSETS).get(unit);
          WarrantyRules.Surroundings around =
              new WarrantyRules.Surroundings(asset, List.of(), repairs(tx, unit, before.terms()));
          return new WarrantyJournal(tx)
              .save(
                  before,
                  WarrantyRules.extend(before, command.months(), around),
                  WarrantyJournal.Cause.EXTEND);
        });
  }

  @Override
  public Warranty correct(CorrectWarranty command) {
    Faults faults = new Faults();
    faults.text("why", command.why(), 300);
    faults.orThrow();
    return work.run(
        "warranty.correct",
        command,
        tx -> {
          AssetId unit = tx.store(WARRANTIES).get(command.id(), command.version()).asset();
          // Its other warranties must not change while it is decided whether the days are free.
          tx.lock(ASSETS, List.of(unit));
          Warranty before = tx.store(WARRANTIES).get(command.id(), command.version());
          Asset asset = tx.store(ASSETS).get(unit);
          List<Warranty> others =
              tx.tenantWide().store(WARRANTIES).all(AssetAttributes.WARRANTY_ASSET.eq(unit));
          WarrantyRules.Surroundings around =
              new WarrantyRules.Surroundings(asset, others, repairs(tx, unit, before.terms()));
          return new WarrantyJournal(tx)
              .save(
                  before,
                  WarrantyRules.correct(before, command.startsOn(), around),
                  WarrantyJournal.Cause.correct(command.why()));
        });
  }

  private static Repairs repairs(Tx tx, AssetId unit, WarrantyTerms terms) {
    return terms.suspendedInRepair()
        ? new WarrantyReckoning(tx).repairs(Set.of(unit)).getOrDefault(unit, Repairs.NONE)
        : Repairs.NONE;
  }

  @Override
  public List<WarrantyFact> history(WarrantyId id) {
    return work.read(
        tx -> {
          Warranty known = tx.store(WARRANTIES).get(id);
          return inOrder(
              tx.store(FACTS).all(AssetAttributes.WARRANTY_FACT_WARRANTY.eq(known.id())));
        });
  }

  @Override
  public List<Warranty> coverOf(AssetId asset, LocalDate day, Instant asKnownOn) {
    return work.read(
        tx -> {
          AssetId unit = tx.store(ASSETS).get(asset).id();
          List<WarrantyFact> facts =
              inOrder(tx.store(FACTS).all(AssetAttributes.WARRANTY_FACT_ASSET.eq(unit)));
          facts.removeIf(fact -> fact.recordedAt().isAfter(asKnownOn));
          return WarrantyRules.asKnown(
                  tx.store(WARRANTIES).all(AssetAttributes.WARRANTY_ASSET.eq(unit)), facts)
              .stream()
              .filter(warranty -> warranty.cover().includes(day))
              .toList();
        });
  }

  /** Facts of one moment came in the order of their ids, which rise. */
  private static List<WarrantyFact> inOrder(List<WarrantyFact> facts) {
    List<WarrantyFact> sorted = new ArrayList<>(facts);
    sorted.sort(
        Comparator.comparing(WarrantyFact::recordedAt)
            .thenComparing(fact -> fact.id().value().toString()));
    return sorted;
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

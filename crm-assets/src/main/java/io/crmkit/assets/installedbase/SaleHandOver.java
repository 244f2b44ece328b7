package io.crmkit.assets.installedbase;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetMoved;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.HandOverTerms;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.State;
import io.crmkit.api.asset.SourceLine;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.value.EntityRef;
import io.crmkit.assets.asset.AssetInvariants;
import io.crmkit.assets.asset.AssetJournal;
import io.crmkit.assets.asset.AssetStates;
import io.crmkit.assets.asset.Portions;
import io.crmkit.assets.asset.SerialKey;
import io.crmkit.assets.asset.UnitSlots;
import io.crmkit.assets.site.UnitDays;
import io.crmkit.assets.site.UnitSites;
import io.crmkit.assets.warranty.WarrantyJournal;
import io.crmkit.assets.warranty.WarrantyRules;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sale's way into the installed base: reads the facts, has it decided, writes what was decided.
 * For the unit of work it runs in, which has locked the customer's structure.
 */
final class SaleHandOver {

  private final Tx tx;
  private final SoldGoods goods;
  private final AssetJournal journal;

  SaleHandOver(Tx tx, SoldGoods goods) {
    this.tx = tx;
    this.goods = goods;
    this.journal = new AssetJournal(tx);
  }

  /**
   * @throws Refused with every reason
   */
  HandOver provision() {
    List<Reason> reasons = SaleChecks.forProvision(goods);
    return write(
        plan(
            reasons,
            HandOverTerms.standard(),
            facts -> HandOverPlanner.provision(facts, tx::newId)));
  }

  /**
   * Decides, and writes nothing.
   *
   * @throws Refused with every reason
   */
  Planned planHandOver(HandOverTerms terms) {
    return plan(SaleChecks.forHandOver(goods), terms, this::handOverChanges);
  }

  /**
   * What is to be done.
   *
   * @param changes unit by unit
   * @param withoutUnits lines of which no unit comes
   */
  record Planned(List<UnitChange> changes, List<UUID> withoutUnits) {}

  /**
   * @throws Refused with every reason
   */
  HandOver passTitle(@Nullable LocalDate on) {
    refuse(SaleChecks.forHandOver(goods));
    Map<UnitKey, Asset> units = SaleReading.units(tx, goods);
    SaleFacts facts =
        new SaleFacts(
            goods,
            List.of(),
            units,
            List.of(),
            Map.of(),
            HandOverTerms.standard(),
            on == null ? UnitSites.occurredOn(tx, units.values()) : UnitDays.everywhere(on));
    return write(new Planned(HandOverPlanner.passTitle(facts), List.of()));
  }

  /**
   * @throws Refused with every reason
   */
  HandOver dissolve() {
    refuse(SaleChecks.forDissolve(goods));
    Map<AssetId, Asset> promised = new HashMap<>();
    SaleReading.promisedBy(tx, goods).forEach(asset -> promised.put(asset.id(), asset));
    Map<EntityRef, Boolean> alive = new HashMap<>();
    for (Asset asset : SaleReading.units(tx, goods).values()) {
      SourceLine source = asset.source();
      if (asset.provisional()
          && source != null
          && !alive.computeIfAbsent(source.sale(), this::stillAlive)) {
        promised.put(asset.id(), asset);
      }
    }
    List<Asset> units =
        promised.values().stream()
            .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
            .toList();
    return write(new Planned(HandOverPlanner.dissolve(units), List.of()));
  }

  private boolean stillAlive(EntityRef sale) {
    if (sale.equals(goods.source())) {
      return false;
    }
    Optional<SoldGoods> other = SoldSales.find(tx, sale);
    return other.isPresent() && other.get().state() != State.VOID;
  }

  /** Decides what is to be done, once all facts are read. */
  private interface Planning {
    List<UnitChange> plan(SaleFacts facts);
  }

  private Planned plan(List<Reason> reasons, HandOverTerms terms, Planning planning) {
    refuse(reasons);
    SaleReading reading = new SaleReading(tx, goods);
    List<Reason> more = new ArrayList<>();
    reading
        .unknownProducts()
        .forEach(
            product ->
                more.add(
                    Reason.of(AssetReason.PRODUCT_UNKNOWN)
                        .with("product", product.value(), SaleWords.product(goods, product))));
    UnitExpansion expansion = reading.expansion();
    long count = expansion.count();
    if (count > UnitExpansion.MAX_UNITS) {
      more.add(
          Reason.of(AssetReason.TOO_MANY_UNITS)
              .with("reference", goods.reference())
              .with("units", "> " + UnitExpansion.MAX_UNITS)
              .with("limit", UnitExpansion.MAX_UNITS));
    }
    refuse(more);
    UnitExpansion.Expanded expanded = expansion.expand();
    SaleFacts facts = reading.facts(expanded, terms);
    refuse(HandOverPlanner.reasons(facts));
    return new Planned(planning.plan(facts), expanded.withoutUnits());
  }

  private List<UnitChange> handOverChanges(SaleFacts facts) {
    SerialAllocation.Allocated serials = SerialAllocation.allocate(facts);
    List<Reason> reasons = new ArrayList<>(serials.reasons());
    reasons.addAll(taken(facts, serials.toGive()));
    refuse(reasons);
    return HandOverPlanner.handOver(facts, serials.toGive(), tx::newId);
  }

  /** Serial numbers about to be given that other units have, or that two units here would get. */
  private List<Reason> taken(SaleFacts facts, Map<UnitKey, String> toGive) {
    Map<UnitKey, SerialKey> wanted = new HashMap<>();
    for (UnitSpec spec : facts.specs()) {
      String serialNumber = toGive.get(spec.key());
      if (serialNumber != null) {
        Asset asset = facts.existing().get(spec.key());
        wanted.put(
            spec.key(),
            SerialKey.of(
                asset == null ? NewUnits.identity(spec, null) : asset.identity(), serialNumber));
      }
    }
    Map<SerialKey, AssetId> holders = AssetInvariants.holders(tx, wanted.values());
    Set<SerialKey> here = new HashSet<>();
    List<Reason> reasons = new ArrayList<>();
    wanted.forEach(
        (key, serial) -> {
          if (holders.containsKey(serial) || !here.add(serial)) {
            reasons.add(
                Reason.of(AssetReason.SERIAL_NUMBER_TAKEN)
                    .with("serial", serial.serial())
                    .with("line", key.line(), SaleWords.line(goods, key.line()))
                    .with("unit", key.unit()));
          }
        });
    return reasons;
  }

  // --- writing

  /** Does what was decided. */
  HandOver write(Planned decided) {
    Planned planned = new Planned(settled(decided.changes()), decided.withoutUnits());
    Map<UnitKey, Asset> arrived = insertNew(planned.changes());
    Map<AssetId, Asset> altered = saveAltered(planned.changes());
    List<Warranty> warranties = new ArrayList<>();
    List<HandOver.Unit> units = new ArrayList<>();
    for (UnitChange change : planned.changes()) {
      Asset fresh = arrived.get(change.key());
      Asset after =
          fresh == null ? altered.getOrDefault(change.after().id(), change.after()) : fresh;
      change.events().forEach(tx::publish);
      change.warranties().forEach(terms -> warranties.add(grant(after, terms)));
      units.add(
          new HandOver.Unit(
              after.id(), change.key().line(), change.key().unit(), change.effect().outcome()));
    }
    new WarrantyJournal(tx).insertAll(warranties);
    setFreeWhatIsWithin(planned.changes());
    return new HandOver(goods.source(), told(units), planned.withoutUnits());
  }

  /** Units that were there already are found with wide eyes; of the hidden ones nothing is told. */
  private List<HandOver.Unit> told(List<HandOver.Unit> units) {
    List<AssetId> before =
        units.stream()
            .filter(unit -> unit.outcome() == HandOver.Outcome.UNCHANGED)
            .map(HandOver.Unit::asset)
            .toList();
    if (before.isEmpty()) {
      return units;
    }
    Set<AssetId> hidden = new HashSet<>(before);
    tx.store(ASSETS).findAll(before).forEach(seen -> hidden.remove(seen.id()));
    return units.stream().filter(unit -> !hidden.contains(unit.asset())).toList();
  }

  /**
   * Units that come, or come back, into a slot that something else is in by now are within the same
   * whole, but in no slot: a sale is not held up by what happened in the machine.
   */
  private List<UnitChange> settled(List<UnitChange> changes) {
    List<Asset> coming =
        changes.stream()
            .filter(c -> c.before() == null || !UnitSlots.occupies(c.before().life().status()))
            .map(UnitChange::after)
            .toList();
    Set<AssetId> shutOut = UnitSlots.shutOut(tx, coming);
    return shutOut.isEmpty()
        ? changes
        : changes.stream().map(c -> shutOut.contains(c.after().id()) ? c.inNoSlot() : c).toList();
  }

  private Map<UnitKey, Asset> insertNew(List<UnitChange> changes) {
    List<UnitChange> arriving = changes.stream().filter(c -> c.before() == null).toList();
    List<Asset> arrived =
        journal.insertAll(
            arriving.stream()
                .map(c -> new AssetJournal.Arrival(c.after(), c.effect().cause()))
                .toList());
    Map<UnitKey, Asset> byKey = new HashMap<>();
    for (int i = 0; i < arriving.size(); i++) {
      byKey.put(arriving.get(i).key(), arrived.get(i));
    }
    return byKey;
  }

  private Map<AssetId, Asset> saveAltered(List<UnitChange> changes) {
    List<AssetJournal.Alteration> alterations = new ArrayList<>();
    for (UnitChange change : changes) {
      Asset before = change.before();
      if (before != null && change.effect().outcome() != HandOver.Outcome.UNCHANGED) {
        alterations.add(
            new AssetJournal.Alteration(
                Change.of(before, change.after()), change.effect().cause()));
      }
    }
    Map<AssetId, Asset> saved = new HashMap<>();
    journal.saveAll(alterations).forEach(asset -> saved.put(asset.id(), asset));
    return saved;
  }

  private Warranty grant(Asset asset, WarrantyTerms terms) {
    Decision.Accepted<Warranty> granted =
        WarrantyRules.withHandOver(new WarrantyId(tx.newId()), asset, terms).orRefuse();
    granted.events().forEach(tx::publish);
    return granted.state();
  }

  /**
   * A real unit that was put into a promised one stands alone when the promise comes to nothing.
   */
  private void setFreeWhatIsWithin(List<UnitChange> changes) {
    List<AssetId> dissolved =
        changes.stream()
            .filter(change -> change.effect().outcome() == HandOver.Outcome.DISSOLVED)
            .map(change -> change.after().id())
            .toList();
    List<Asset> within = new ArrayList<>();
    Portions.each(
        dissolved,
        chunk ->
            within.addAll(tx.tenantWide().store(ASSETS).all(AssetAttributes.PARENT.in(chunk))));
    List<AssetJournal.Alteration> alterations = new ArrayList<>();
    for (Asset asset : within) {
      if (asset.life().status().inInstalledBase()) {
        Asset alone = asset.withPlacement(asset.placement().alone());
        CrmEvent moved =
            new AssetMoved(asset.id(), asset.customer(), asset.placement(), alone.placement());
        alterations.add(
            new AssetJournal.Alteration(Change.of(asset, alone, moved), AssetStates.DISSOLVE));
      }
    }
    journal.saveAll(alterations);
  }

  private static void refuse(List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      throw new Refused(reasons);
    }
  }
}

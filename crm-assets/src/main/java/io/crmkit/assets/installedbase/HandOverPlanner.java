package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetDissolved;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLife;
import io.crmkit.api.asset.AssetPromoted;
import io.crmkit.api.asset.AssetProvisioned;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.HandOver.Outcome;
import io.crmkit.api.asset.SerialNumberAssigned;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SourceLine;
import io.crmkit.api.asset.TitleRule;
import io.crmkit.api.error.Reason;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.value.EntityRef;
import io.crmkit.assets.asset.AssetStates;
import io.crmkit.assets.warranty.WarrantyRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a hand-over does to each unit of a sale. Pure: the same facts give the same changes,
 * and facts in which everything is done already give none. For one sale.
 */
final class HandOverPlanner {

  private final SaleFacts facts;
  private final Map<UnitKey, String> serials;
  private final Supplier<UUID> ids;
  private final Map<UnitKey, Asset> planned = new HashMap<>();

  /** By new unit: the unit that was there before and that it is within, however deep. */
  private final Map<AssetId, AssetId> standsIn = new HashMap<>();

  private final List<UnitChange> changes = new ArrayList<>();

  private HandOverPlanner(SaleFacts facts, Map<UnitKey, String> serials, Supplier<UUID> ids) {
    this.facts = facts;
    this.serials = serials;
    this.ids = ids;
  }

  /** Units may be planned with this sale: they are its customer's, and their life is not over. */
  static boolean inPlay(Asset asset, SoldGoods goods) {
    return asset.customer().equals(goods.customer())
        && (promised(asset) || asset.life().status().inInstalledBase());
  }

  private static boolean promised(Asset asset) {
    return asset.provisional() || asset.life().status() == AssetStatus.DISSOLVED;
  }

  /** Why these facts allow no hand-over at all. */
  static List<Reason> reasons(SaleFacts facts) {
    List<Reason> reasons = new ArrayList<>();
    Set<UUID> told = new HashSet<>();
    facts
        .existing()
        .forEach(
            (key, asset) -> {
              // A unit that has been handed over may have moved on to another customer since.
              if (promised(asset)
                  && !asset.customer().equals(facts.goods().customer())
                  && told.add(key.line())) {
                reasons.add(
                    Reason.of(AssetReason.LINE_OF_ANOTHER_CUSTOMER)
                        .with("line", key.line(), SaleWords.line(facts.goods(), key.line())));
              }
            });
    return reasons;
  }

  /** Makes what is promised provisional. */
  static List<UnitChange> provision(SaleFacts facts, Supplier<UUID> ids) {
    HandOverPlanner planner = new HandOverPlanner(facts, Map.of(), ids);
    // What was shipped is handed over by a push or a pull; a promise stays a promise.
    facts.specs().forEach(spec -> planner.provision(spec.promised()));
    planner.giveUpWhatIsPromisedNoLonger();
    return planner.changes;
  }

  /** Takes over what was shipped. */
  static List<UnitChange> handOver(
      SaleFacts facts, Map<UnitKey, String> serials, Supplier<UUID> ids) {
    HandOverPlanner planner = new HandOverPlanner(facts, serials, ids);
    Set<UnitKey> needed = planner.neededAsWholes();
    for (UnitSpec spec : facts.specs()) {
      if (spec.shipped()) {
        planner.handOver(spec);
      } else if (facts.existing().containsKey(spec.key()) || needed.contains(spec.key())) {
        planner.claim(spec);
      }
    }
    planner.giveUpWhatIsPromisedNoLonger();
    return planner.changes;
  }

  /** Promotes what was shipped and waited for its title. */
  static List<UnitChange> passTitle(SaleFacts facts) {
    HandOverPlanner planner = new HandOverPlanner(facts, Map.of(), HandOverPlanner::noNewUnits);
    facts.existing().entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<UnitKey, Asset> e) -> e.getKey().line())
                .thenComparing(e -> e.getKey().number())
                .thenComparing(e -> e.getKey().unit()))
        .forEach(e -> planner.passTitle(e.getKey(), e.getValue()));
    return planner.changes;
  }

  /** Gives up provisional units. */
  static List<UnitChange> dissolve(List<Asset> units) {
    return units.stream().map(HandOverPlanner::dissolved).toList();
  }

  // --- one unit

  private void provision(UnitSpec spec) {
    Asset before = facts.existing().get(spec.key());
    if (before == null) {
      create(spec);
    } else {
      claimOrRevive(spec, before);
    }
  }

  private void claim(UnitSpec spec) {
    Asset before = facts.existing().get(spec.key());
    if (before == null) {
      create(spec);
    } else if (before.provisional()) {
      claimOrRevive(spec, before);
    } else {
      changes.add(UnitChange.none(spec.key(), before));
    }
  }

  /** A promised unit is now promised by this sale; one that was given up is promised again. */
  private void claimOrRevive(UnitSpec spec, Asset before) {
    if (!promised(before)) {
      changes.add(UnitChange.none(spec.key(), before));
      return;
    }
    Asset claimed = before.withSource(source(spec.key()));
    if (before.provisional()) {
      add(
          new UnitChange(
              spec.key(), before, claimed, effect(Outcome.COMPLETED, ""), List.of(), List.of()));
    } else {
      Asset revived = claimed.withLife(before.life().withStatus(AssetStatus.PROVISIONAL));
      add(
          new UnitChange(
              spec.key(),
              before,
              revived,
              effect(Outcome.PROVISIONED, AssetStates.REVIVE),
              List.of(NewUnits.event(revived, sale())),
              List.of()));
    }
  }

  private void create(UnitSpec spec) {
    boolean registered = spec.shipped() && titlePassesWithDelivery();
    AssetId id = new AssetId(ids.get());
    AssetId parent = parent(spec);
    AssetId where = parent == null ? null : standsIn.getOrDefault(parent, parent);
    if (where != null) {
      standsIn.put(id, where);
    }
    Asset asset =
        NewUnits.of(
            new NewUnits.Naming(id, source(spec.key()), serials.get(spec.key())),
            spec,
            new NewUnits.Circumstances(facts, parent, facts.days().of(where)));
    planned.put(spec.key(), asset);
    changes.add(
        new UnitChange(
            spec.key(),
            null,
            asset,
            registered
                ? effect(Outcome.REGISTERED, AssetStates.REGISTER)
                : effect(Outcome.PROVISIONED, AssetStates.PROVISION),
            List.of(NewUnits.event(asset, sale())),
            spec.shipped() ? warranties(spec, null) : List.of()));
  }

  private void handOver(UnitSpec spec) {
    Asset before = facts.existing().get(spec.key());
    if (before == null) {
      create(spec);
      return;
    }
    if (!inPlay(before, facts.goods())) {
      changes.add(UnitChange.none(spec.key(), before));
      return;
    }
    Asset after = before;
    UnitChange.Effect effect = effect(Outcome.COMPLETED, "");
    List<CrmEvent> events = new ArrayList<>();
    if (promised(before)) {
      after = shipped(before, spec);
      effect = effectOfShipment(before, after, events);
    }
    String serialNumber = serials.get(spec.key());
    if (serialNumber != null) {
      after = after.withIdentity(after.identity().withSerialNumber(serialNumber));
      events.add(new SerialNumberAssigned(after.id(), after.customer(), null, serialNumber));
    }
    add(new UnitChange(spec.key(), before, after, effect, events, warranties(spec, before)));
  }

  private Asset shipped(Asset before, UnitSpec spec) {
    AssetLife life =
        before.life().withSupply(facts.terms().supply()).withShippedOn(shippedOn(before, spec));
    life =
        titlePassesWithDelivery()
            ? life.withStatus(AssetStatus.SHIPPED).withTitleOn(life.shippedOn())
            : life.withStatus(AssetStatus.PROVISIONAL);
    return before.withLife(life).withSource(source(spec.key()));
  }

  private UnitChange.Effect effectOfShipment(Asset before, Asset after, List<CrmEvent> events) {
    if (!after.provisional()) {
      events.add(
          new AssetPromoted(after.id(), after.customer(), after.identity().product(), sale()));
      return effect(Outcome.PROMOTED, AssetStates.PROMOTE);
    }
    if (!before.provisional()) {
      events.add(
          new AssetProvisioned(after.id(), after.customer(), after.identity().product(), sale()));
      return effect(Outcome.PROVISIONED, AssetStates.REVIVE);
    }
    return effect(Outcome.COMPLETED, "");
  }

  private LocalDate shippedOn(Asset before, UnitSpec spec) {
    LocalDate known = before.life().shippedOn();
    return known == null ? NewUnits.shippedOn(spec, facts.days().of(before.id())) : known;
  }

  private void passTitle(UnitKey key, Asset before) {
    if (!before.provisional() || before.life().shippedOn() == null) {
      changes.add(UnitChange.none(key, before));
      return;
    }
    Asset after =
        before
            .withLife(
                before
                    .life()
                    .withStatus(AssetStatus.SHIPPED)
                    .withTitleOn(facts.days().of(before.id())))
            .withSource(source(key));
    CrmEvent event =
        new AssetPromoted(after.id(), after.customer(), after.identity().product(), sale());
    add(
        new UnitChange(
            key,
            before,
            after,
            effect(Outcome.PROMOTED, AssetStates.PROMOTE),
            List.of(event),
            List.of()));
  }

  /**
   * What the product promises comes with the first shipment only: terms that the catalogue gets
   * later are not for units that were sold before. What is said in the hand-over is granted
   * whenever it is said first.
   */
  private List<WarrantyTerms> warranties(UnitSpec spec, @Nullable Asset before) {
    boolean first = before == null || before.life().shippedOn() == null;
    List<WarrantyTerms> ofProduct =
        first && spec.kind().product() != null ? spec.kind().product().warranties() : List.of();
    Set<String> has =
        before == null ? Set.of() : facts.warranties().getOrDefault(before.id(), Set.of());
    return WarrantyRules.overlay(ofProduct, facts.terms().warranties()).stream()
        .filter(terms -> !has.contains(terms.kind()))
        .toList();
  }

  // --- the whole sale

  /** Units that were not shipped, but have parts that were: they are promised, at least. */
  private Set<UnitKey> neededAsWholes() {
    Map<UnitKey, UnitSpec> byKey = new HashMap<>();
    facts.specs().forEach(spec -> byKey.put(spec.key(), spec));
    Set<UnitKey> needed = new HashSet<>();
    for (UnitSpec spec : facts.specs()) {
      UnitKey whole = spec.shipped() ? spec.parent() : null;
      while (whole != null && needed.add(whole)) {
        UnitSpec above = byKey.get(whole);
        whole = above == null ? null : above.parent();
      }
    }
    return needed;
  }

  private void giveUpWhatIsPromisedNoLonger() {
    Set<UnitKey> promised = new HashSet<>();
    facts.specs().forEach(spec -> promised.add(spec.key()));
    List<Asset> surplus = new ArrayList<>(facts.stray());
    facts
        .existing()
        .forEach(
            (key, asset) -> {
              if (!promised.contains(key)) {
                surplus.add(asset);
              }
            });
    surplus.stream()
        .filter(asset -> asset.provisional() && asset.life().shippedOn() == null)
        .sorted(Comparator.comparing((Asset asset) -> asset.id().value()))
        .map(HandOverPlanner::dissolved)
        .forEach(changes::add);
  }

  private static UnitChange dissolved(Asset before) {
    SourceLine source = before.source();
    if (source == null) {
      throw new IllegalStateException("a provisional unit comes from a sale: " + before.id());
    }
    Asset after = before.withLife(before.life().withStatus(AssetStatus.DISSOLVED));
    return new UnitChange(
        UnitKey.of(source),
        before,
        after,
        effect(Outcome.DISSOLVED, AssetStates.DISSOLVE),
        List.of(new AssetDissolved(after.id(), after.customer(), source.sale())),
        List.of());
  }

  /** Takes up the change, or notes that it is none. */
  private void add(UnitChange change) {
    Asset before = change.before();
    if (before != null && change.after().equals(before) && change.warranties().isEmpty()) {
      changes.add(UnitChange.none(change.key(), before));
    } else {
      changes.add(change);
    }
  }

  private static UnitChange.Effect effect(Outcome outcome, String cause) {
    return new UnitChange.Effect(outcome, cause);
  }

  /** The unit it is within, if that is there and can still hold something. */
  private @Nullable AssetId parent(UnitSpec spec) {
    UnitKey key = spec.parent();
    if (key == null) {
      return null;
    }
    Asset fresh = planned.get(key);
    Asset there = facts.existing().get(key);
    if (fresh != null) {
      return fresh.id();
    }
    return there != null && inPlay(there, facts.goods()) ? there.id() : null;
  }

  private static UUID noNewUnits() {
    throw new IllegalStateException("passing title makes no units");
  }

  private boolean titlePassesWithDelivery() {
    return facts.terms().title() == TitleRule.DELIVERY;
  }

  private SourceLine source(UnitKey key) {
    return new SourceLine(sale(), key.line(), key.unit());
  }

  private EntityRef sale() {
    return facts.goods().source();
  }
}

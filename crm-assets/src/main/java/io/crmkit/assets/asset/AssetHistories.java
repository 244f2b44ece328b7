package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.PARTY_FACTS;
import static io.crmkit.assets.asset.AssetEntities.PLACEMENT_FACTS;
import static io.crmkit.assets.asset.AssetEntities.STATUS_FACTS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetFact;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetPartyFact;
import io.crmkit.api.asset.AssetPlacementFact;
import io.crmkit.api.asset.AssetStatusFact;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.core.spi.work.ReadTx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the dated facts of many units at the cost of a few statements. */
public final class AssetHistories {

  private AssetHistories() {}

  /** The histories of these units, as far as the unit of work sees them. */
  public static Map<AssetId, AssetHistory> of(ReadTx tx, Collection<AssetId> ids) {
    List<AssetStatusFact> statuses = new ArrayList<>();
    List<AssetPlacementFact> placements = new ArrayList<>();
    List<AssetPartyFact> parties = new ArrayList<>();
    Portions.each(
        ids,
        some -> {
          statuses.addAll(tx.store(STATUS_FACTS).all(AssetAttributes.STATUS_FACT_ASSET.in(some)));
          placements.addAll(
              tx.store(PLACEMENT_FACTS).all(AssetAttributes.PLACEMENT_FACT_ASSET.in(some)));
          parties.addAll(tx.store(PARTY_FACTS).all(AssetAttributes.PARTY_FACT_ASSET.in(some)));
        });
    Map<AssetId, List<AssetStatusFact>> statusesOf = byUnit(statuses);
    Map<AssetId, List<AssetPlacementFact>> placementsOf = byUnit(placements);
    Map<AssetId, List<AssetPartyFact>> partiesOf = byUnit(parties);
    Map<AssetId, AssetHistory> histories = new HashMap<>();
    for (AssetId id : ids) {
      histories.put(
          id,
          new AssetHistory(
              id,
              statusesOf.getOrDefault(id, List.of()),
              placementsOf.getOrDefault(id, List.of()),
              partiesOf.getOrDefault(id, List.of())));
    }
    return histories;
  }

  /** Everything that is known of a unit's status and of who had it, whoever asks. */
  public static AssetHistory statuses(ReadTx tx, AssetId unit) {
    return Objects.requireNonNull(statuses(tx, List.of(unit)).get(unit));
  }

  /** The same of many units, by unit. */
  public static Map<AssetId, AssetHistory> statuses(ReadTx tx, Collection<AssetId> units) {
    List<AssetStatusFact> facts = new ArrayList<>();
    Portions.each(
        units,
        some ->
            facts.addAll(
                tx.tenantWide()
                    .store(STATUS_FACTS)
                    .all(AssetAttributes.STATUS_FACT_ASSET.in(some))));
    Map<AssetId, List<AssetStatusFact>> factsOf = byUnit(facts);
    Map<AssetId, AssetHistory> histories = new HashMap<>();
    for (AssetId unit : units) {
      histories.put(
          unit,
          new AssetHistory(unit, factsOf.getOrDefault(unit, List.of()), List.of(), List.of()));
    }
    return histories;
  }

  private static <F extends AssetFact> Map<AssetId, List<F>> byUnit(List<F> facts) {
    Map<AssetId, List<F>> byUnit = new HashMap<>();
    facts.forEach(f -> byUnit.computeIfAbsent(f.asset(), id -> new ArrayList<>()).add(f));
    return byUnit;
  }

  /** Those of the customers whom the caller may see. */
  public static Set<CustomerId> visible(ReadTx tx, Set<CustomerId> customers) {
    Set<CustomerId> visible = new HashSet<>();
    tx.session().get(Customers.class).findAll(customers).stream()
        .map(Customer::id)
        .forEach(visible::add);
    return visible;
  }

  /**
   * A unit's history without the times at which somebody had it whom the caller may not see: each
   * customer sees its own time only.
   */
  static AssetHistory shown(ReadTx tx, Asset asset, AssetHistory whole) {
    Set<CustomerId> named = new HashSet<>();
    whole.statuses().forEach(fact -> named.add(fact.holder()));
    whole.placements().forEach(fact -> named.add(fact.holder()));
    whole.parties().forEach(fact -> named.add(fact.customer()));
    named.remove(asset.customer());
    Set<CustomerId> visible = named.isEmpty() ? Set.of() : visible(tx, named);
    if (visible.containsAll(named)) {
      return whole;
    }
    Predicate<CustomerId> told =
        customer -> customer.equals(asset.customer()) || visible.contains(customer);
    return new AssetHistory(
        asset.id(),
        whole.statuses().stream().filter(fact -> told.test(fact.holder())).toList(),
        whole.placements().stream().filter(fact -> told.test(fact.holder())).toList(),
        whole.parties().stream().filter(fact -> told.test(fact.customer())).toList());
  }
}

package io.crmkit.service.entitlement;

import io.crmkit.api.asset.AssetFacts;
import io.crmkit.api.asset.AssetFacts.PassedOn;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLookup;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractAttributes;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.service.entitlement.EntitlementAnswer;
import io.crmkit.core.spi.work.ReadStore;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.service.contract.ContractFeature;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what the entitlement rule needs to know, and asks it. */
public final class EntitlementCheck {

  private EntitlementCheck() {}

  /**
   * The answer with the eyes of the unit of work: those of the caller, or the whole tenant's.
   *
   * @throws Refused if a unit is named that does not exist
   */
  public static EntitlementAnswer answer(ReadTx tx, CoverageQuestion question) {
    UnitFacts unit = unit(tx, question);
    List<ServiceContract> candidates = candidates(tx, customers(question, unit), unit.pathToRoot());
    return EntitlementRules.check(
        question, candidates, unit.with(passedOn(tx, candidates, List.of(unit))));
  }

  /**
   * The customers' contracts, and those that name the unit or what it is part of. Asked for one
   * after the other: an index serves each of the two, and none would serve the one or the other.
   */
  static List<ServiceContract> candidates(
      ReadTx tx, Collection<CustomerId> customers, Collection<AssetId> units) {
    ReadStore<ServiceContract> contracts = tx.store(ContractFeature.CONTRACTS);
    Map<ServiceContractId, ServiceContract> found = new LinkedHashMap<>();
    contracts
        .all(ServiceContractAttributes.CUSTOMER.in(List.copyOf(customers)))
        .forEach(contract -> found.put(contract.id(), contract));
    if (!units.isEmpty()) {
      contracts
          .all(
              ServiceContractAttributes.COVERAGE.any(
                  ServiceContractAttributes.COVERED_ASSET.in(List.copyOf(units))))
          .forEach(contract -> found.put(contract.id(), contract));
    }
    return List.copyOf(found.values());
  }

  /** From whom units went that contracts with others than their owners name. */
  static List<PassedOn> passedOn(
      ReadTx tx, List<ServiceContract> contracts, Collection<UnitFacts> units) {
    Set<AssetId> reached = new HashSet<>();
    Set<CustomerId> owners = new HashSet<>();
    for (UnitFacts unit : units) {
      reached.addAll(unit.pathToRoot());
      owners.add(unit.owner());
    }
    Set<AssetId> named = new HashSet<>();
    Set<CustomerId> by = new HashSet<>();
    for (ServiceContract contract : contracts) {
      if (owners.size() > 1 || !owners.contains(contract.customer())) {
        for (CoverageItem item : contract.coverage()) {
          AssetId unit = item.asset();
          if (unit != null && reached.contains(unit)) {
            named.add(unit);
            by.add(contract.customer());
          }
        }
      }
    }
    Optional<AssetLookup> lookup = tx.session().find(AssetLookup.class);
    return named.isEmpty() || lookup.isEmpty() ? List.of() : lookup.get().passedOn(named, by);
  }

  private static List<CustomerId> customers(CoverageQuestion question, UnitFacts unit) {
    return question.customer().equals(unit.owner())
        ? List.of(unit.owner())
        : List.of(question.customer(), unit.owner());
  }

  private static UnitFacts unit(ReadTx tx, CoverageQuestion question) {
    AssetId asset = question.asset();
    if (asset == null) {
      return new UnitFacts(
          List.of(),
          Map.of(),
          question.product(),
          question.customer(),
          List.of(),
          question.siteId(),
          List.of());
    }
    Optional<AssetLookup> lookup = tx.session().find(AssetLookup.class);
    if (lookup.isEmpty()) {
      // Without the installed base only contracts that name this very unit can be told.
      return new UnitFacts(
          List.of(asset),
          Map.of(),
          question.product(),
          question.customer(),
          List.of(),
          question.siteId(),
          List.of());
    }
    AssetFacts facts =
        lookup
            .get()
            .facts(asset)
            .orElseThrow(() -> Refused.because(Reason.of(ServiceReason.ASSET_UNKNOWN)));
    return new UnitFacts(
        facts.pathToRoot(),
        labels(lookup.get(), facts),
        facts.product() == null ? question.product() : facts.product(),
        facts.customer(),
        facts.warranties(),
        facts.siteId() == null ? question.siteId() : facts.siteId(),
        List.of());
  }

  private static Map<AssetId, String> labels(AssetLookup lookup, AssetFacts unit) {
    Map<AssetId, String> labels = new HashMap<>();
    labels.put(unit.id(), unit.label());
    for (AssetId above : unit.pathToRoot()) {
      if (!above.equals(unit.id())) {
        lookup.facts(above).ifPresent(facts -> labels.put(above, facts.label()));
      }
    }
    return labels;
  }
}

package io.crmkit.service.entitlement;

import io.crmkit.api.asset.AssetFacts;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLookup;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractAttributes;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.service.entitlement.EntitlementAnswer;
import io.crmkit.core.spi.work.ReadStore;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.service.contract.ContractFeature;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return EntitlementRules.check(question, candidates(tx, question, unit), unit);
  }

  /**
   * The customers' contracts, and those that name the unit or what it is part of. Asked for one
   * after the other: an index serves each of the two, and none would serve the one or the other.
   */
  private static List<ServiceContract> candidates(
      ReadTx tx, CoverageQuestion question, UnitFacts unit) {
    ReadStore<ServiceContract> contracts = tx.store(ContractFeature.CONTRACTS);
    Map<ServiceContractId, ServiceContract> found = new LinkedHashMap<>();
    contracts
        .all(ServiceContractAttributes.CUSTOMER.in(customers(question, unit)))
        .forEach(contract -> found.put(contract.id(), contract));
    if (!unit.pathToRoot().isEmpty()) {
      contracts
          .all(
              ServiceContractAttributes.COVERAGE.any(
                  ServiceContractAttributes.COVERED_ASSET.in(unit.pathToRoot())))
          .forEach(contract -> found.put(contract.id(), contract));
    }
    return List.copyOf(found.values());
  }

  private static List<CustomerId> customers(CoverageQuestion question, UnitFacts unit) {
    return question.customer().equals(unit.owner())
        ? List.of(unit.owner())
        : List.of(question.customer(), unit.owner());
  }

  private static UnitFacts unit(ReadTx tx, CoverageQuestion question) {
    AssetId asset = question.asset();
    if (asset == null) {
      return new UnitFacts(List.of(), Map.of(), question.product(), question.customer(), List.of());
    }
    Optional<AssetLookup> lookup = tx.session().find(AssetLookup.class);
    if (lookup.isEmpty()) {
      // Without the installed base only contracts that name this very unit can be told.
      return new UnitFacts(
          List.of(asset), Map.of(), question.product(), question.customer(), List.of());
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
        facts.warranties());
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

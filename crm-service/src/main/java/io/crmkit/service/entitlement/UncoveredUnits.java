package io.crmkit.service.entitlement;

import io.crmkit.api.asset.AssetFacts;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLookup;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.entitlement.Candidate;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.service.entitlement.UncoveredQuestion;
import io.crmkit.api.service.entitlement.UncoveredQuestion.Lacking;
import io.crmkit.api.service.entitlement.UncoveredUnit;
import io.crmkit.core.spi.work.ReadTx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds what nothing covers: by the rule of the check, with the facts of a whole page at once. */
final class UncoveredUnits {

  private UncoveredUnits() {}

  static Page<UncoveredUnit> page(ReadTx tx, UncoveredQuestion question) {
    AssetLookup lookup = tx.session().get(AssetLookup.class);
    Page<AssetFacts> page =
        lookup.installed(question.customer(), question.after(), question.limit());
    Map<AssetId, UnitFacts> units = new HashMap<>();
    Set<CustomerId> customers = new HashSet<>();
    Set<AssetId> reached = new HashSet<>();
    for (AssetFacts facts : page.items()) {
      units.put(facts.id(), unit(facts));
      customers.add(facts.customer());
      reached.addAll(facts.pathToRoot());
    }
    if (units.isEmpty()) {
      return new Page<>(List.of(), page.next());
    }
    List<ServiceContract> contracts = EntitlementCheck.candidates(tx, customers, reached);
    var passedOn = EntitlementCheck.passedOn(tx, contracts, units.values());
    List<UncoveredUnit> uncovered = new ArrayList<>();
    for (AssetFacts facts : page.items()) {
      UnitFacts unit = Objects.requireNonNull(units.get(facts.id())).with(passedOn);
      CoverageQuestion asked =
          new CoverageQuestion(
              facts.customer(), facts.id(), facts.product(), facts.site(), question.on());
      boolean covered =
          EntitlementRules.check(asked, contracts, unit).candidates().stream()
              .anyMatch(candidate -> counts(candidate, question.lacking()));
      if (!covered) {
        uncovered.add(new UncoveredUnit(facts.id(), facts.customer(), facts.label()));
      }
    }
    return new Page<>(uncovered, page.next());
  }

  private static UnitFacts unit(AssetFacts facts) {
    return new UnitFacts(
        facts.pathToRoot(),
        Map.of(facts.id(), facts.label()),
        facts.product(),
        facts.customer(),
        facts.warranties(),
        facts.siteId(),
        List.of());
  }

  private static boolean counts(Candidate candidate, Lacking lacking) {
    return candidate.outcome() != Candidate.Outcome.DOES_NOT_COVER
        && (lacking == Lacking.CONTRACT_AND_WARRANTY
            || candidate.kind() == Candidate.Kind.CONTRACT);
  }
}

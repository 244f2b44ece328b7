package io.crmkit.service.entitlement;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.value.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which item of a contract's coverage a need falls under.
 *
 * @param item the item
 * @param width how wide its scope is: 0 for the unit itself, rising with each level above it, then
 *     product, site, customer
 * @param reason why the need falls under it
 */
record ScopeMatch(CoverageItem item, int width, Reason reason) {

  /** Wider than any tree of units is deep. */
  private static final int BEYOND_ANY_TREE = 1_000_000;

  /** The narrowest item that the need falls under. */
  static Optional<ScopeMatch> narrowest(
      ServiceContract contract, CoverageQuestion question, UnitFacts unit) {
    return contract.coverage().stream()
        .flatMap(item -> match(item, question, unit).stream())
        .min(Comparator.comparingInt(ScopeMatch::width));
  }

  /** Why the need falls under none of the contract's items. */
  static List<Reason> misses(ServiceContract contract, UnitFacts unit) {
    List<Reason> reasons = new ArrayList<>();
    for (CoverageItem item : contract.coverage()) {
      AssetId named = item.asset();
      if (item.scope() == CoverageItem.Scope.ASSET
          && named != null
          && unit.pathToRoot().indexOf(named) > 0) {
        reasons.add(told(ServiceReason.ONLY_WITHOUT_BELOW, unit.label(named)));
      }
    }
    boolean ofUnitsOnly = contract.coverage().stream().allMatch(item -> item.asset() != null);
    if (unit.pathToRoot().isEmpty() && ofUnitsOnly) {
      reasons.add(Reason.of(ServiceReason.NO_UNIT_NAMED));
    }
    if (reasons.isEmpty()) {
      reasons.add(told(contract.coverage()));
    }
    return reasons;
  }

  private static Optional<ScopeMatch> match(
      CoverageItem item, CoverageQuestion question, UnitFacts unit) {
    return switch (item.scope()) {
      case ASSET -> matchUnit(item, unit).filter(match -> match.width() == 0);
      case ASSET_AND_BELOW -> matchUnit(item, unit);
      case PRODUCT ->
          matchIf(
              item.product() != null && item.product().equals(unit.product()),
              new ScopeMatch(item, BEYOND_ANY_TREE, Reason.of(ServiceReason.COVERS_PRODUCT)));
      case SITE -> matchSite(item, question, unit);
      case CUSTOMER ->
          Optional.of(
              new ScopeMatch(item, BEYOND_ANY_TREE + 2, Reason.of(ServiceReason.COVERS_CUSTOMER)));
    };
  }

  private static Optional<ScopeMatch> matchUnit(CoverageItem item, UnitFacts unit) {
    AssetId named = item.asset();
    int above = named == null ? -1 : unit.pathToRoot().indexOf(named);
    if (named == null || above < 0) {
      return Optional.empty();
    }
    Reason reason =
        above == 0
            ? Reason.of(ServiceReason.COVERS_UNIT)
            : told(ServiceReason.COVERS_FROM_ABOVE, unit.label(named));
    return Optional.of(new ScopeMatch(item, above, reason));
  }

  private static Optional<ScopeMatch> matchSite(
      CoverageItem item, CoverageQuestion question, UnitFacts unit) {
    Reason reason = Reason.of(ServiceReason.COVERS_SITE);
    String name = item.site();
    if (name == null) {
      Label there = new Label("at which it stands", "其所在场所");
      return matchIf(
          item.siteId() != null && item.siteId().equals(unit.site()),
          new ScopeMatch(item, BEYOND_ANY_TREE + 1, reason.with("site", there.en(), there)));
    }
    return matchIf(
        name.equals(question.site()),
        new ScopeMatch(item, BEYOND_ANY_TREE + 1, reason.with("site", name)));
  }

  private static Optional<ScopeMatch> matchIf(boolean matches, ScopeMatch match) {
    return matches ? Optional.of(match) : Optional.empty();
  }

  private static Reason told(ServiceReason reason, Label above) {
    return Reason.of(reason).with("above", above.en(), above);
  }

  private static Reason told(List<CoverageItem> coverage) {
    Label things = things(coverage);
    return Reason.of(ServiceReason.OTHER_THINGS).with("things", things.en(), things);
  }

  /** Counts by scope and sites by name, never ids: the reader may not know those units. */
  private static Label things(List<CoverageItem> coverage) {
    Map<CoverageItem.Scope, Integer> counts = new EnumMap<>(CoverageItem.Scope.class);
    TreeSet<String> sites = new TreeSet<>();
    for (CoverageItem item : coverage) {
      if (item.site() == null) {
        counts.merge(item.scope(), 1, Integer::sum);
      } else {
        sites.add(item.site());
      }
    }
    List<String> english = new ArrayList<>();
    List<String> chinese = new ArrayList<>();
    counts.forEach(
        (scope, count) -> {
          english.add(counted(scope, count).en());
          chinese.add(counted(scope, count).zh());
        });
    english.addAll(sites);
    chinese.addAll(sites);
    return new Label(String.join(", ", english), String.join("、", chinese));
  }

  private static Label counted(CoverageItem.Scope scope, int count) {
    return switch (scope) {
      case ASSET -> new Label(count == 1 ? "one unit" : count + " units", count + " 台设备");
      case ASSET_AND_BELOW ->
          new Label(
              count == 1 ? "one unit with its parts" : count + " units with their parts",
              count + " 台设备及其部件");
      case PRODUCT -> new Label(count == 1 ? "one product" : count + " products", count + " 种产品");
      case SITE -> new Label(count == 1 ? "one site" : count + " sites", count + " 个站点");
      case CUSTOMER -> new Label("all that the customer has", "该客户的全部");
    };
  }
}

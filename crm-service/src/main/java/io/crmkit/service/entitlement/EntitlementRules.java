package io.crmkit.service.entitlement;

import io.crmkit.api.asset.AssetFacts.WarrantyFact;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.contract.ContractStatus;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.entitlement.Candidate;
import io.crmkit.api.service.entitlement.Candidate.Kind;
import io.crmkit.api.service.entitlement.Candidate.Outcome;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.service.entitlement.EntitlementAnswer;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.value.Label;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which contract or warranty covers a need, and for every candidate why it does or does not: a pure
 * function of the candidates and the facts.
 *
 * <p>A candidate covers the need if nothing speaks against it, and whatever does is told, not only
 * the first thing. Among those that cover it, contracts come before warranties, since a contract
 * was bought to get more than the warranty gives; then the narrower scope, the earlier start, the
 * label.
 */
final class EntitlementRules {

  private EntitlementRules() {}

  /** A candidate with the place that it takes among those that cover the need. */
  private record Ranked(Candidate candidate, int width) {

    boolean covers() {
      return candidate.outcome() != Outcome.DOES_NOT_COVER;
    }
  }

  private static final Comparator<Ranked> ORDER =
      Comparator.comparing((Ranked ranked) -> !ranked.covers())
          .thenComparing(ranked -> ranked.candidate().kind())
          .thenComparingInt(Ranked::width)
          .thenComparing(ranked -> ranked.candidate().start())
          .thenComparing(ranked -> ranked.candidate().label());

  static EntitlementAnswer check(
      CoverageQuestion question, List<ServiceContract> contracts, UnitFacts unit) {
    List<Ranked> ranked = new ArrayList<>();
    contracts.forEach(contract -> ranked.add(judge(contract, question, unit)));
    unit.warranties().forEach(warranty -> ranked.add(judge(warranty, question.on(), unit)));
    ranked.sort(ORDER);
    Candidate first = ranked.isEmpty() ? null : ranked.get(0).candidate();
    return new EntitlementAnswer(
        question,
        ranked.stream()
            .map(each -> each.covers() ? placed(each.candidate(), first) : each.candidate())
            .toList());
  }

  private static Ranked judge(ServiceContract contract, CoverageQuestion question, UnitFacts unit) {
    List<Reason> against = new ArrayList<>(statusReasons(contract));
    LocalDate start = contract.terms().start();
    LocalDate end = contract.terms().end();
    boolean cutShort =
        contract.status() == ContractStatus.TERMINATED && !question.on().isBefore(end);
    against.addAll(
        cutShort
            ? List.of(Reason.of(ServiceReason.TERMINATED).with("end", end))
            : termReasons(start, end, question.on()));
    Optional<ScopeMatch> match = ScopeMatch.narrowest(contract, question, unit);
    if (!contract.customer().equals(unit.owner())) {
      ofAnother(contract, match, question.on(), unit).ifPresent(against::add);
    }
    if (match.isEmpty()) {
      against.addAll(ScopeMatch.misses(contract, unit));
    }
    List<Reason> reasons = against;
    if (against.isEmpty()) {
      reasons = List.of(match.orElseThrow().reason(), inTime(start, end, question.on()));
    }
    Candidate candidate =
        new Candidate(
            Kind.CONTRACT,
            contract.number(),
            contract.id(),
            level(contract, match),
            start,
            end,
            against.isEmpty() ? Outcome.COVERS_TOO : Outcome.DOES_NOT_COVER,
            reasons);
    return new Ranked(candidate, match.map(ScopeMatch::width).orElse(Integer.MAX_VALUE));
  }

  /**
   * A contract with another customer than the one who has the unit covers it if it names the unit,
   * or one that it is within: somebody cares for it. That ends when the unit goes from this
   * customer to another. A wider contract covers what its customer has.
   */
  private static Optional<Reason> ofAnother(
      ServiceContract contract, Optional<ScopeMatch> match, LocalDate day, UnitFacts unit) {
    AssetId named = match.map(found -> found.item().asset()).orElse(null);
    if (named == null) {
      return Optional.of(Reason.of(ServiceReason.OTHER_CUSTOMER));
    }
    return unit.wentFrom(contract.customer(), named)
        .filter(went -> !day.isBefore(went))
        .map(
            went -> {
              Label label = unit.label(named);
              return Reason.of(ServiceReason.UNIT_PASSED_ON)
                  .with("unit", label.en(), label)
                  .with("day", went);
            });
  }

  private static Ranked judge(WarrantyFact warranty, LocalDate day, UnitFacts unit) {
    List<Reason> against = termReasons(warranty.start(), warranty.end(), day);
    List<Reason> reasons =
        against.isEmpty()
            ? List.of(
                Reason.of(ServiceReason.COVERS_UNIT), inTime(warranty.start(), warranty.end(), day))
            : against;
    String label = warranty.kind() + " (" + unit.label(unit.pathToRoot().get(0)).en() + ")";
    return new Ranked(
        new Candidate(
            Kind.WARRANTY,
            label,
            null,
            null,
            warranty.start(),
            warranty.end(),
            against.isEmpty() ? Outcome.COVERS_TOO : Outcome.DOES_NOT_COVER,
            reasons),
        0);
  }

  private static Candidate placed(Candidate candidate, @Nullable Candidate first) {
    if (first == null || candidate == first) {
      return with(candidate, Outcome.APPLIES, candidate.reasons());
    }
    List<Reason> reasons = new ArrayList<>(candidate.reasons());
    reasons.add(Reason.of(ServiceReason.OTHER_COMES_FIRST).with("other", first.label()));
    return with(candidate, Outcome.COVERS_TOO, reasons);
  }

  private static Candidate with(Candidate candidate, Outcome outcome, List<Reason> reasons) {
    return new Candidate(
        candidate.kind(),
        candidate.label(),
        candidate.contract(),
        candidate.level(),
        candidate.start(),
        candidate.end(),
        outcome,
        reasons);
  }

  private static @Nullable ServiceLevelId level(
      ServiceContract contract, Optional<ScopeMatch> match) {
    ServiceLevelId own = match.isPresent() ? match.get().item().level() : null;
    return own == null ? contract.terms().level() : own;
  }

  private static List<Reason> statusReasons(ServiceContract contract) {
    return switch (contract.status()) {
      case ACTIVE -> List.of();
      case DRAFT -> List.of(Reason.of(ServiceReason.NOT_YET_ACTIVE));
      case SUSPENDED -> List.of(Reason.of(ServiceReason.SUSPENDED));
      // It did cover what came before its end; the term, which was cut, says whether.
      case TERMINATED -> List.of();
    };
  }

  private static List<Reason> termReasons(LocalDate start, LocalDate end, LocalDate day) {
    if (day.isBefore(start)) {
      return List.of(Reason.of(ServiceReason.NOT_STARTED).with("start", start).with("day", day));
    }
    if (!day.isBefore(end)) {
      return List.of(Reason.of(ServiceReason.ENDED).with("end", end, last(end)).with("day", day));
    }
    return List.of();
  }

  private static Reason inTime(LocalDate start, LocalDate end, LocalDate day) {
    return Reason.of(ServiceReason.COVERS_IN_TIME)
        .with("start", start)
        .with("end", end, last(end))
        .with("day", day);
  }

  /** People name the last day; the data, the day after it. */
  private static Label last(LocalDate end) {
    return Label.same(end.minusDays(1).toString());
  }
}

package io.crmkit.service.contract;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.contract.ContractLinks;
import io.crmkit.api.service.contract.ContractStatus;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.RenewServiceContract;
import io.crmkit.api.service.contract.ReviseServiceContract;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractStatusChanged;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.SiteReason;
import io.crmkit.core.spi.rule.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be done with a service contract, as pure functions. */
final class ContractRules {

  private ContractRules() {}

  static Decision<ServiceContract> draft(DraftServiceContract command, ContractFacts.Making facts) {
    List<Reason> reasons = new ArrayList<>(paperReasons(command.terms(), command.coverage()));
    reasons.addAll(namedReasons(command.terms(), command.coverage(), facts.known()));
    reasons.addAll(parentReasons(command, facts.parent()));
    return Decision.unless(
        reasons,
        () ->
            made(
                new ServiceContract(
                    facts.id(),
                    0,
                    facts.number(),
                    command.customer(),
                    ContractStates.TABLE.start(),
                    command.terms(),
                    new ContractLinks(command.parent(), null),
                    command.coverage(),
                    CustomValues.none())));
  }

  static Decision<ServiceContract> revise(
      ServiceContract before, ReviseServiceContract command, ContractFacts.Known known) {
    List<Reason> reasons = new ArrayList<>(stepReasons(before, ContractStates.REVISE));
    reasons.addAll(paperReasons(command.terms(), command.coverage()));
    reasons.addAll(namedReasons(command.terms(), command.coverage(), known));
    return Decision.unless(
        reasons,
        () -> Decision.accept(before.withTerms(command.terms()).withCoverage(command.coverage())));
  }

  static Decision<ServiceContract> activate(ServiceContract before, LocalDate today) {
    List<Reason> reasons = new ArrayList<>(stepReasons(before, ContractStates.ACTIVATE));
    if (!today.isBefore(before.terms().end())) {
      reasons.add(Reason.of(ServiceReason.CONTRACT_OVER).with("end", before.terms().end()));
    }
    return Decision.unless(reasons, () -> moved(before, before, ContractStates.ACTIVATE));
  }

  static Decision<ServiceContract> suspend(ServiceContract before) {
    return Decision.unless(
        stepReasons(before, ContractStates.SUSPEND),
        () -> moved(before, before, ContractStates.SUSPEND));
  }

  static Decision<ServiceContract> resume(ServiceContract before) {
    return Decision.unless(
        stepReasons(before, ContractStates.RESUME),
        () -> moved(before, before, ContractStates.RESUME));
  }

  /**
   * Ends a contract early. A renewal that is joined to its end would be left with a gap before it
   * that nobody decided on; so that one is settled first.
   *
   * @param renewal the contract that renews this one, or null
   */
  static Decision<ServiceContract> terminate(
      ServiceContract before, LocalDate end, @Nullable ServiceContract renewal) {
    List<Reason> reasons = new ArrayList<>(stepReasons(before, ContractStates.TERMINATE));
    ContractTerms terms = before.terms();
    if (end.isBefore(terms.start()) || end.isAfter(terms.end())) {
      reasons.add(
          Reason.of(ServiceReason.CONTRACT_END_OUTSIDE_TERM)
              .with("day", end)
              .with("start", terms.start())
              .with("end", terms.end()));
    }
    boolean opensGap = end.isBefore(terms.end()) && isJoined(renewal, terms.end());
    if (renewal != null && opensGap) {
      reasons.add(
          Reason.of(ServiceReason.CONTRACT_RENEWAL_JOINED).with("number", renewal.number()));
    }
    return Decision.unless(
        reasons,
        () -> moved(before, before.withTerms(terms.endingOn(end)), ContractStates.TERMINATE));
  }

  /** Drafts the contract that follows. That there is only one is seen to by a unique key. */
  static Decision<ServiceContract> renew(
      ServiceContract before, RenewServiceContract command, RenewalFacts facts) {
    List<Reason> reasons = new ArrayList<>();
    if (before.status() == ContractStatus.DRAFT) {
      reasons.add(Reason.of(ServiceReason.CONTRACT_RENEWAL_OF_DRAFT));
    }
    if (facts.renewal() != null) {
      reasons.add(Reason.of(ServiceReason.CONTRACT_RENEWED_ALREADY));
    }
    reasons.addAll(paperReasons(command.terms(), before.coverage()));
    reasons.addAll(namedReasons(command.terms(), List.of(), facts.making().known()));
    if (command.joint() == RenewServiceContract.Joint.SEAMLESS) {
      reasons.addAll(jointReasons(before.terms(), command.terms()));
    }
    return Decision.unless(
        reasons,
        () ->
            made(
                new ServiceContract(
                    facts.making().id(),
                    0,
                    facts.making().number(),
                    before.customer(),
                    ContractStates.TABLE.start(),
                    command.terms(),
                    new ContractLinks(before.links().parent(), before.id()),
                    before.coverage(),
                    before.custom())));
  }

  /**
   * What a renewal needs to know.
   *
   * @param making what any new contract needs to know
   * @param renewal the renewal that the contract already has, or null
   */
  record RenewalFacts(ContractFacts.Making making, @Nullable ServiceContract renewal) {}

  private static boolean isJoined(@Nullable ServiceContract renewal, LocalDate end) {
    return renewal != null
        && renewal.status() != ContractStatus.TERMINATED
        && renewal.terms().start().equals(end);
  }

  private static List<Reason> stepReasons(ServiceContract before, String step) {
    return ContractStates.TABLE.next(before.status(), step).isPresent()
        ? List.of()
        : List.of(
            Reason.of(ServiceReason.CONTRACT_STATUS)
                .with("status", before.status())
                .with("step", step, ContractStates.word(step)));
  }

  private static List<Reason> paperReasons(ContractTerms terms, List<CoverageItem> coverage) {
    List<Reason> reasons = new ArrayList<>();
    if (!terms.start().isBefore(terms.end())) {
      reasons.add(
          Reason.of(ServiceReason.CONTRACT_TERM_EMPTY)
              .with("start", terms.start())
              .with("end", terms.end()));
    }
    if (coverage.isEmpty()) {
      reasons.add(Reason.of(ServiceReason.CONTRACT_COVERS_NOTHING));
    }
    Set<CoverageItem> seen = new HashSet<>();
    for (int i = 0; i < coverage.size(); i++) {
      CoverageItem item = coverage.get(i);
      if (!seen.add(thing(item))) {
        reasons.add(Reason.of(ServiceReason.CONTRACT_COVERAGE_TWICE).with("line", i + 1));
      }
    }
    return reasons;
  }

  /**
   * The item without what is said about it: twice the same thing cannot have two prices or levels.
   */
  private static CoverageItem thing(CoverageItem item) {
    return new CoverageItem(
        item.scope(), item.asset(), item.product(), item.site(), null, null, item.siteId());
  }

  private static List<Reason> namedReasons(
      ContractTerms terms, List<CoverageItem> coverage, ContractFacts.Known known) {
    List<Reason> reasons = new ArrayList<>();
    if (!known.levels().containsAll(levels(terms, coverage))) {
      reasons.add(Reason.of(ServiceReason.LEVEL_UNKNOWN));
    }
    for (int i = 0; i < coverage.size(); i++) {
      AssetId unit = coverage.get(i).asset();
      if (unit != null && known.missingUnits().contains(unit)) {
        reasons.add(Reason.of(ServiceReason.ASSET_UNKNOWN).with("line", i + 1));
      }
      SiteId site = coverage.get(i).siteId();
      if (site != null && known.missingSites().contains(site)) {
        reasons.add(Reason.of(SiteReason.SITE_UNKNOWN).with("line", i + 1));
      }
      if (site != null && known.strangeSites().contains(site)) {
        reasons.add(Reason.of(SiteReason.SITE_OF_ANOTHER_CUSTOMER).with("line", i + 1));
      }
    }
    return reasons;
  }

  /** Every service level that a contract names. */
  static Set<ServiceLevelId> levels(ContractTerms terms, List<CoverageItem> coverage) {
    Set<ServiceLevelId> levels = new HashSet<>();
    levels.add(terms.level());
    Stream<@Nullable ServiceLevelId> own = coverage.stream().map(CoverageItem::level);
    own.filter(Objects::nonNull).forEach(level -> levels.add(Objects.requireNonNull(level)));
    return levels;
  }

  private static List<Reason> parentReasons(
      DraftServiceContract command, @Nullable ServiceContract parent) {
    if (command.parent() == null) {
      return List.of();
    }
    if (parent == null) {
      return List.of(Reason.of(ServiceReason.CONTRACT_PARENT_UNKNOWN));
    }
    List<Reason> reasons = new ArrayList<>();
    if (parent.status() == ContractStatus.TERMINATED) {
      reasons.add(
          Reason.of(ServiceReason.CONTRACT_PARENT_TERMINATED).with("number", parent.number()));
    }
    if (!parent.customer().equals(command.customer())) {
      reasons.add(Reason.of(ServiceReason.CONTRACT_PARENT_OTHER_CUSTOMER));
    }
    return reasons;
  }

  private static List<Reason> jointReasons(ContractTerms before, ContractTerms after) {
    if (after.start().isAfter(before.end())) {
      return List.of(
          Reason.of(ServiceReason.CONTRACT_RENEWAL_GAP)
              .with("end", before.end())
              .with("start", after.start()));
    }
    if (after.start().isBefore(before.end())) {
      return List.of(
          Reason.of(ServiceReason.CONTRACT_RENEWAL_OVERLAP)
              .with("end", before.end())
              .with("start", after.start()));
    }
    return List.of();
  }

  private static Decision<ServiceContract> made(ServiceContract contract) {
    return Decision.accept(
        contract,
        new ServiceContractStatusChanged(
            contract.id(), contract.customer(), contract.status(), contract.status()));
  }

  private static Decision<ServiceContract> moved(
      ServiceContract before, ServiceContract after, String step) {
    ContractStatus to = ContractStates.TABLE.next(before.status(), step).orElseThrow();
    return Decision.accept(
        after.withStatus(to),
        new ServiceContractStatusChanged(before.id(), before.customer(), before.status(), to));
  }
}

package io.crmkit.service.contract;

import static io.crmkit.service.contract.ContractFeature.CONTRACTS;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLookup;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.RenewServiceContract;
import io.crmkit.api.service.contract.ReviseServiceContract;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractAttributes;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.contract.TerminateServiceContract;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.site.SiteAttributes;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.Sites;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import io.crmkit.service.common.KnownCustomers;
import io.crmkit.service.common.Numbers;
import io.crmkit.service.sla.LevelFeature;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Service contracts: gathers facts, asks the rules, saves what they decide. */
final class ContractService implements ServiceContracts {

  private static final int SITES_AT_ONCE = 200;

  private final Work work;

  @Inject
  ContractService(Work work) {
    this.work = work;
  }

  @Override
  public ServiceContract draft(DraftServiceContract command) {
    ContractInput.check(command);
    return work.run(
        "service.draft-contract",
        command,
        tx -> {
          KnownCustomers.mustExist(tx, command.customer());
          ServiceContractId parentId = command.parent();
          if (parentId != null) {
            tx.lock(CONTRACTS, List.of(parentId));
          }
          ServiceContract parent =
              parentId == null ? null : tx.store(CONTRACTS).find(parentId).orElse(null);
          ContractFacts.Known known =
              known(tx, command.customer(), command.terms(), command.coverage());
          ContractFacts.Making facts =
              new ContractFacts.Making(newId(tx), number(tx, command.number()), parent, known);
          DraftServiceContract given = tx.store(CONTRACTS).given(Form.whole(command));
          return tx.store(CONTRACTS).insert(ContractRules.draft(given, facts));
        });
  }

  @Override
  public ServiceContract revise(ReviseServiceContract command) {
    ContractInput.check(command);
    return work.run(
        "service.revise-contract",
        command,
        tx -> {
          ServiceContract before = tx.store(CONTRACTS).get(command.id(), command.version());
          ContractFacts.Known known =
              known(tx, before.customer(), command.terms(), command.coverage());
          ReviseServiceContract given = tx.store(CONTRACTS).given(before, Form.whole(command));
          return tx.store(CONTRACTS).save(before, ContractRules.revise(before, given, known));
        });
  }

  @Override
  public ServiceContract activate(ContractStep command) {
    return step(
        "service.activate-contract",
        command,
        (tx, before) -> ContractRules.activate(before, tx.today()));
  }

  @Override
  public ServiceContract suspend(ContractStep command) {
    return step("service.suspend-contract", command, (tx, before) -> ContractRules.suspend(before));
  }

  @Override
  public ServiceContract resume(ContractStep command) {
    return step("service.resume-contract", command, (tx, before) -> ContractRules.resume(before));
  }

  @Override
  public ServiceContract terminate(TerminateServiceContract command) {
    ContractInput.check(command);
    return work.run(
        "service.terminate-contract",
        command,
        tx -> {
          // A renewal takes the same lock, so that none is joined to the end while it moves.
          tx.lock(CONTRACTS, List.of(command.id()));
          ServiceContract before = tx.store(CONTRACTS).get(command.id(), command.version());
          Decision<ServiceContract> decision =
              ContractRules.terminate(before, command.end(), renewal(tx.tenantWide(), before.id()));
          return tx.store(CONTRACTS).save(before, decision);
        });
  }

  @Override
  public ServiceContract renew(RenewServiceContract command) {
    ContractInput.check(command);
    return work.run(
        "service.renew-contract",
        command,
        tx -> {
          tx.lock(CONTRACTS, List.of(command.predecessor()));
          ServiceContract before = tx.store(CONTRACTS).get(command.predecessor());
          ContractFacts.Known known = known(tx, before.customer(), command.terms(), List.of());
          ContractFacts.Making making =
              new ContractFacts.Making(newId(tx), number(tx, command.number()), null, known);
          ContractRules.RenewalFacts facts =
              new ContractRules.RenewalFacts(making, renewal(tx.tenantWide(), before.id()));
          return tx.store(CONTRACTS).insert(ContractRules.renew(before, command, facts));
        });
  }

  @Override
  public ServiceContract get(ServiceContractId id) {
    return work.read(tx -> tx.store(CONTRACTS).get(id));
  }

  @Override
  public Optional<ServiceContract> byNumber(String number) {
    return work.read(tx -> tx.store(CONTRACTS).first(ServiceContractAttributes.NUMBER.eq(number)));
  }

  @Override
  public Page<ServiceContract> search(Query<ServiceContract> query) {
    return work.read(tx -> tx.store(CONTRACTS).page(query));
  }

  @Override
  public List<ServiceContract> renewalChain(ServiceContractId id) {
    return work.read(
        tx -> {
          Deque<ServiceContract> chain = new ArrayDeque<>();
          chain.add(tx.store(CONTRACTS).get(id));
          Optional<ServiceContract> earlier = predecessor(tx, chain.getFirst());
          while (earlier.isPresent()) {
            chain.addFirst(earlier.get());
            earlier = predecessor(tx, earlier.get());
          }
          ServiceContract later = renewal(tx, id);
          while (later != null) {
            chain.addLast(later);
            later = renewal(tx, later.id());
          }
          return List.copyOf(chain);
        });
  }

  private ServiceContract step(
      String name,
      ContractStep command,
      BiFunction<Tx, ServiceContract, Decision<ServiceContract>> rule) {
    return work.run(
        name,
        command,
        tx ->
            tx.store(CONTRACTS)
                .change(command.id(), command.version(), contract -> rule.apply(tx, contract)));
  }

  private static Optional<ServiceContract> predecessor(ReadTx tx, ServiceContract contract) {
    ServiceContractId id = contract.links().predecessor();
    return id == null ? Optional.empty() : tx.store(CONTRACTS).find(id);
  }

  private static @Nullable ServiceContract renewal(ReadTx tx, ServiceContractId id) {
    return tx.store(CONTRACTS).first(ServiceContractAttributes.PREDECESSOR.eq(id)).orElse(null);
  }

  private static ServiceContractId newId(Tx tx) {
    return new ServiceContractId(tx.newId());
  }

  private static String number(Tx tx, @Nullable String wanted) {
    return wanted != null
        ? wanted
        : Numbers.next(
            tx,
            "SC",
            number ->
                tx.tenantWide()
                    .store(CONTRACTS)
                    .first(ServiceContractAttributes.NUMBER.eq(number))
                    .isPresent());
  }

  private static ContractFacts.Known known(
      ReadTx tx, CustomerId customer, ContractTerms terms, List<CoverageItem> coverage) {
    Set<ServiceLevelId> named = ContractRules.levels(terms, coverage);
    Set<ServiceLevelId> levels =
        tx.tenantWide().store(LevelFeature.LEVELS).findAll(named).stream()
            .map(ServiceLevel::id)
            .collect(Collectors.toSet());
    Map<SiteId, CustomerId> sites = sites(tx, coverage);
    Set<SiteId> strange = new HashSet<>();
    sites.forEach(
        (site, whose) -> {
          if (!whose.equals(customer)) {
            strange.add(site);
          }
        });
    return new ContractFacts.Known(
        levels, missingUnits(tx, coverage), missingSites(tx, coverage, sites.keySet()), strange);
  }

  private static List<SiteId> namedSites(List<CoverageItem> coverage) {
    return coverage.stream()
        .map(CoverageItem::siteId)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct()
        .toList();
  }

  /** Whose the sites are that the coverage names and the caller may see. */
  private static Map<SiteId, CustomerId> sites(ReadTx tx, List<CoverageItem> coverage) {
    List<SiteId> named = namedSites(coverage);
    Optional<Sites> sites = tx.session().find(Sites.class);
    Map<SiteId, CustomerId> whose = new HashMap<>();
    if (sites.isPresent()) {
      for (int i = 0; i < named.size(); i += SITES_AT_ONCE) {
        List<SiteId> some = named.subList(i, Math.min(named.size(), i + SITES_AT_ONCE));
        sites
            .get()
            .search(Query.where(SiteAttributes.ID.in(some)).limit(SITES_AT_ONCE))
            .items()
            .forEach(site -> whose.put(site.id(), site.customer()));
      }
    }
    return whose;
  }

  /** Without the installed base, the host's ids are taken as they are. */
  private static Set<SiteId> missingSites(
      ReadTx tx, List<CoverageItem> coverage, Set<SiteId> found) {
    Set<SiteId> missing = new HashSet<>(namedSites(coverage));
    missing.removeAll(found);
    return tx.session().find(Sites.class).isPresent() ? missing : Set.of();
  }

  /** Without the installed base, the host's ids are taken as they are. */
  private static Set<AssetId> missingUnits(ReadTx tx, List<CoverageItem> coverage) {
    Optional<AssetLookup> lookup = tx.session().find(AssetLookup.class);
    Set<AssetId> missing = new HashSet<>();
    for (CoverageItem item : coverage) {
      AssetId unit = item.asset();
      if (unit != null && lookup.isPresent() && lookup.get().facts(unit).isEmpty()) {
        missing.add(unit);
      }
    }
    return missing;
  }
}

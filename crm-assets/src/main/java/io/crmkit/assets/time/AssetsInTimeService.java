package io.crmkit.assets.time;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.asset.AssetEntities.STATUS_FACTS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetState;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.Custody;
import io.crmkit.api.asset.Recall;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.assets.asset.AssetHistories;
import io.crmkit.assets.asset.TreeOrder;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers what was, and what was known. */
public final class AssetsInTimeService implements AssetsInTime {

  private static final int MAX_PAGE = 500;
  private static final int MAX_CUSTODIES = 1_000;

  /** Beyond what databases keep nothing was recorded. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private final Work work;

  @Inject
  public AssetsInTimeService(Work work) {
    this.work = work;
  }

  @Override
  public Optional<AssetState> unit(AssetId id, TwoTimes times) {
    return work.read(
        tx -> {
          Asset asset = tx.store(ASSETS).get(id);
          return states(tx, List.of(asset), within(times)).stream().findFirst();
        });
  }

  @Override
  public Optional<AssetTree> tree(AssetId root, TwoTimes times) {
    return work.read(
        tx -> {
          TwoTimes at = within(times);
          Asset asset = tx.store(ASSETS).get(root);
          if (states(tx, List.of(asset), at).isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(TreeOrder.tree(root, tx.queries(UnitTimes.class).below(root, at)));
        });
  }

  @Override
  public List<AssetId> pathToRoot(AssetId id, TwoTimes times) {
    return work.read(
        tx -> {
          TwoTimes at = within(times);
          Asset asset = tx.store(ASSETS).get(id);
          return states(tx, List.of(asset), at).isEmpty()
              ? List.of()
              : tx.queries(UnitTimes.class).pathToRoot(id, at);
        });
  }

  @Override
  public Page<AssetState> heldBy(
      CustomerId customer, TwoTimes times, @Nullable String after, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new InvalidInput("limit", "must be between 1 and " + MAX_PAGE);
    }
    AssetId behind = after == null ? null : cursor(after);
    return work.read(
        tx -> {
          tx.session().get(Customers.class).get(customer);
          TwoTimes at = within(times);
          List<AssetId> ids = tx.queries(UnitTimes.class).heldBy(customer, at, behind, limit + 1);
          List<AssetId> page = ids.subList(0, Math.min(limit, ids.size()));
          Map<AssetId, Asset> found = new HashMap<>();
          tx.store(ASSETS).findAll(page).forEach(asset -> found.put(asset.id(), asset));
          List<Asset> assets = page.stream().map(found::get).filter(Objects::nonNull).toList();
          String next = ids.size() > limit ? page.get(page.size() - 1).value().toString() : null;
          return new Page<>(states(tx, assets, at), next);
        });
  }

  private static AssetId cursor(String after) {
    try {
      return AssetId.of(after);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("after", "is no cursor of this list");
    }
  }

  @Override
  public Map<AssetStatus, Long> counts(CustomerId customer, TwoTimes times) {
    return work.read(
        tx -> {
          tx.session().get(Customers.class).get(customer);
          return tx.queries(UnitTimes.class).counts(customer, within(times));
        });
  }

  @Override
  public Page<Recall> recall(Query<Asset> units) {
    if (units.limit() > MAX_PAGE) {
      throw new InvalidInput("limit", "must be between 1 and " + MAX_PAGE);
    }
    return work.read(
        tx -> {
          Page<Asset> page = tx.store(ASSETS).page(units);
          Map<AssetId, AssetHistory> histories =
              AssetHistories.of(tx, page.items().stream().map(Asset::id).toList());
          Map<AssetId, List<Recall.Holder>> holders = new HashMap<>();
          Set<CustomerId> named = new LinkedHashSet<>();
          histories.forEach(
              (id, history) -> {
                List<Recall.Holder> of = Custodies.holders(history);
                of.forEach(holder -> named.add(holder.customer()));
                holders.put(id, of);
              });
          Set<CustomerId> seen = AssetHistories.visible(tx, named);
          return new Page<>(
              page.items().stream()
                  .map(asset -> recall(asset, holders.getOrDefault(asset.id(), List.of()), seen))
                  .toList(),
              page.next());
        });
  }

  private static Recall recall(Asset asset, List<Recall.Holder> holders, Set<CustomerId> seen) {
    return new Recall(
        asset,
        holders.stream()
            .filter(h -> seen.contains(h.customer()) || h.customer().equals(asset.customer()))
            .toList());
  }

  @Override
  public List<Custody> custodies(CustomerId customer) {
    return work.read(
        tx -> {
          tx.session().get(Customers.class).get(customer);
          Set<AssetId> ids = new LinkedHashSet<>();
          tx.store(STATUS_FACTS)
              .list(
                  Query.where(AssetAttributes.STATUS_FACT_HOLDER.eq(customer))
                      .orderBy(AssetAttributes.STATUS_FACT_FROM.descending())
                      .limit(MAX_CUSTODIES))
              .forEach(fact -> ids.add(fact.asset()));
          Map<AssetId, AssetHistory> histories = AssetHistories.of(tx, ids);
          List<Custody> custodies = new ArrayList<>();
          for (Asset asset : tx.store(ASSETS).findAll(ids)) {
            AssetHistory history = Objects.requireNonNull(histories.get(asset.id()));
            custodies.addAll(Custodies.of(asset, history, customer));
          }
          custodies.sort(
              Comparator.comparing(Custody::from)
                  .reversed()
                  .thenComparing(c -> c.asset().value().toString()));
          return custodies.stream().limit(MAX_CUSTODIES).toList();
        });
  }

  /** The times as storages compare them: to the microsecond, within what they keep. */
  private static TwoTimes within(TwoTimes times) {
    return new TwoTimes(within(times.at()), within(times.asKnownOn()));
  }

  private static Instant within(Instant moment) {
    Instant kept = moment.isAfter(LAST) ? LAST : moment.isBefore(FIRST) ? FIRST : moment;
    return kept.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * What units were, without those of which nothing was known, or which somebody had whom the
   * caller may not see.
   */
  private static List<AssetState> states(ReadTx tx, List<Asset> assets, TwoTimes times) {
    Map<AssetId, AssetHistory> histories =
        AssetHistories.of(tx, assets.stream().map(Asset::id).toList());
    List<AssetState> states = new ArrayList<>();
    for (Asset asset : assets) {
      state(asset, Objects.requireNonNull(histories.get(asset.id())), times).ifPresent(states::add);
    }
    Set<CustomerId> named = new LinkedHashSet<>();
    states.forEach(
        state -> {
          named.add(state.holder());
          named.addAll(state.parties().values());
        });
    Set<CustomerId> seen = AssetHistories.visible(tx, named);
    Map<AssetId, CustomerId> present = new HashMap<>();
    assets.forEach(asset -> present.put(asset.id(), asset.customer()));
    return states.stream()
        .filter(s -> seen.contains(s.holder()) || s.holder().equals(present.get(s.asset())))
        .map(s -> cut(s, seen))
        .toList();
  }

  private static AssetState cut(AssetState state, Set<CustomerId> seen) {
    Map<AssetParty, CustomerId> parties = new HashMap<>(state.parties());
    parties.values().removeIf(party -> !seen.contains(party) && !party.equals(state.holder()));
    return new AssetState(
        state.asset(), state.label(), state.holder(), state.status(), state.placement(), parties);
  }

  private static Optional<AssetState> state(Asset asset, AssetHistory history, TwoTimes times) {
    Optional<AssetStatus> status = history.status(times.at(), times.asKnownOn());
    return status.map(
        known ->
            new AssetState(
                asset.id(),
                asset.label(),
                history.holder(times.at(), times.asKnownOn()).orElse(asset.customer()),
                known,
                history.placement(times.at(), times.asKnownOn()).orElse(null),
                history.parties(times.at(), times.asKnownOn())));
  }
}

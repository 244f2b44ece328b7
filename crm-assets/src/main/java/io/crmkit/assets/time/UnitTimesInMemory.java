package io.crmkit.assets.time;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.asset.AssetEntities.PLACEMENT_FACTS;
import static io.crmkit.assets.asset.AssetEntities.STATUS_FACTS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetFact;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetPlacementFact;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStatusFact;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.core.spi.storage.MemoryRead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions about the past on memory: a walk over the facts. */
public final class UnitTimesInMemory implements UnitTimes {

  private static final Comparator<AssetFact> AS_RECORDED =
      Comparator.comparing((AssetFact fact) -> fact.time().recordedAt())
          .thenComparing(fact -> fact.id().value().toString());

  private final MemoryRead read;

  public UnitTimesInMemory(MemoryRead read) {
    this.read = read;
  }

  @Override
  public List<AssetTree.Node> below(AssetId root, TwoTimes times) {
    Map<AssetId, Asset> units = new HashMap<>();
    read.rows(ASSETS).forEach(asset -> units.put(asset.id(), asset));
    Map<AssetId, AssetStatusFact> statuses = believed(read.rows(STATUS_FACTS), times);
    Map<AssetId, AssetPlacementFact> placements = believed(read.rows(PLACEMENT_FACTS), times);
    Map<AssetId, List<AssetPlacementFact>> children = new HashMap<>();
    placements
        .values()
        .forEach(
            fact -> {
              AssetId parent = fact.placement().parent();
              if (parent != null) {
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(fact);
              }
            });
    List<AssetTree.Node> nodes = new ArrayList<>();
    Deque<Step> open = new ArrayDeque<>();
    AssetPlacementFact top = placements.get(root);
    if (top != null) {
      open.add(new Step(top, 0));
    }
    while (!open.isEmpty()) {
      Step step = open.remove();
      Asset unit = units.get(step.fact().asset());
      AssetStatusFact status = statuses.get(step.fact().asset());
      if (unit != null && status != null) {
        nodes.add(node(unit, step, status.status()));
        children
            .getOrDefault(unit.id(), List.of())
            .forEach(child -> open.add(new Step(child, step.depth() + 1)));
      }
    }
    return nodes;
  }

  private record Step(AssetPlacementFact fact, int depth) {}

  private static AssetTree.Node node(Asset unit, Step step, AssetStatus status) {
    return new AssetTree.Node(
        unit.id(),
        step.fact().placement().parent(),
        step.depth(),
        unit.label(),
        step.fact().placement().role(),
        step.fact().placement().function(),
        status,
        step.fact().placement().slot());
  }

  @Override
  public List<AssetId> pathToRoot(AssetId unit, TwoTimes times) {
    Map<AssetId, AssetPlacementFact> placements = believed(read.rows(PLACEMENT_FACTS), times);
    List<AssetId> path = new ArrayList<>();
    AssetPlacementFact at = placements.get(unit);
    while (at != null) {
      path.add(at.asset());
      AssetId parent = at.placement().parent();
      at = parent == null ? null : placements.get(parent);
    }
    return path;
  }

  @Override
  public List<AssetId> heldBy(
      CustomerId customer, TwoTimes times, @Nullable AssetId after, int limit) {
    return believed(read.rows(STATUS_FACTS), times).values().stream()
        .filter(fact -> fact.holder().equals(customer) && fact.status().inInstalledBase())
        .map(AssetStatusFact::asset)
        .filter(id -> after == null || text(id).compareTo(text(after)) > 0)
        .sorted(Comparator.comparing(UnitTimesInMemory::text))
        .limit(limit)
        .toList();
  }

  private static String text(AssetId id) {
    return id.value().toString();
  }

  @Override
  public Map<AssetStatus, Long> counts(CustomerId customer, TwoTimes times) {
    Map<AssetStatus, Long> counts = new EnumMap<>(AssetStatus.class);
    believed(read.rows(STATUS_FACTS), times)
        .values()
        .forEach(
            fact -> {
              if (fact.holder().equals(customer)) {
                counts.merge(fact.status(), 1L, Long::sum);
              }
            });
    return counts;
  }

  /** Of each unit's facts that speak of the moment, the one recorded last. */
  private static <F extends AssetFact> Map<AssetId, F> believed(Stream<F> facts, TwoTimes times) {
    Map<AssetId, F> believed = new HashMap<>();
    facts
        .filter(fact -> !fact.time().recordedAt().isAfter(times.asKnownOn()))
        .filter(fact -> fact.time().holdsAt(times.at()))
        .forEach(
            fact ->
                believed.merge(
                    fact.asset(), fact, (a, b) -> AS_RECORDED.compare(a, b) > 0 ? a : b));
    return believed;
  }
}

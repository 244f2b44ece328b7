package io.crmkit.assets.view;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.asset.AssetEntities.PLACEMENT_FACTS;
import static io.crmkit.assets.asset.AssetEntities.STATUS_FACTS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetFact;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetPlacementFact;
import io.crmkit.api.asset.AssetStatusFact;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.assets.asset.AssetStates;
import io.crmkit.assets.asset.Portions;
import io.crmkit.core.spi.work.ReadTx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes timeline entries of the dated facts about a customer's units. Units to which the same
 * happened at the same moment, such as those of one push, make one entry.
 */
final class TimelineReading {

  /** Facts looked at for one entry; more than this in one moment count as this many. */
  private static final int FACTS_PER_ENTRY = 50;

  private static final Comparator<AssetFact> AS_RECORDED =
      Comparator.comparing((AssetFact fact) -> fact.time().recordedAt())
          .thenComparing(fact -> fact.id().value().toString());

  private static final Label MOVED = new Label("moved", "已移动");

  private final ReadTx tx;
  private final TimelineSource.Span span;

  TimelineReading(ReadTx tx, TimelineSource.Span span) {
    this.tx = tx;
    this.span = span;
  }

  List<TimelineEntry> entries() {
    List<Happening> happenings = new ArrayList<>();
    Set<String> beginnings = new HashSet<>();
    List<AssetStatusFact> statuses = statuses();
    List<AssetPlacementFact> placements = placements();
    Predicate<AssetFact> own = own(statuses, placements);
    for (AssetStatusFact fact : statuses.stream().filter(own).toList()) {
      if (AssetStates.BEGINNINGS.contains(fact.cause())) {
        beginnings.add(moment(fact));
      }
      happenings.add(
          new Happening(
              fact.time().validFrom(), fact.cause(), fact.status().label(), fact.asset()));
    }
    for (AssetPlacementFact fact : placements.stream().filter(own).toList()) {
      // Where a unit was when it came is told by its coming.
      if (!beginnings.contains(moment(fact))) {
        happenings.add(new Happening(fact.time().validFrom(), "move", MOVED, fact.asset()));
      }
    }
    return entries(happenings);
  }

  /**
   * Whether it still is the customer of whom it is told: what was told of one customer may have
   * been told of another since, when two records turned out to be one customer, or not to be.
   */
  private Predicate<AssetFact> own(
      List<AssetStatusFact> statuses, List<AssetPlacementFact> placements) {
    Set<AssetId> units = new LinkedHashSet<>();
    statuses.forEach(fact -> units.add(fact.asset()));
    placements.forEach(fact -> units.add(fact.asset()));
    Map<AssetId, List<AssetStatusFact>> ofOthers = new HashMap<>();
    Criteria<AssetStatusFact> other =
        Criteria.not(AssetAttributes.STATUS_FACT_HOLDER.eq(span.customer()));
    Portions.each(
        units,
        ids ->
            tx.store(STATUS_FACTS)
                .all(AssetAttributes.STATUS_FACT_ASSET.in(ids).and(other))
                .forEach(
                    fact ->
                        ofOthers.computeIfAbsent(fact.asset(), id -> new ArrayList<>()).add(fact)));
    return fact ->
        ofOthers.getOrDefault(fact.asset(), List.of()).stream()
            .noneMatch(
                later ->
                    AS_RECORDED.compare(later, fact) > 0
                        && later.time().holdsAt(fact.time().validFrom()));
  }

  private record Happening(Instant at, String kind, Label what, AssetId asset) {}

  private record Together(Instant at, String kind, Label what) {}

  private List<TimelineEntry> entries(List<Happening> happenings) {
    Map<Together, Set<AssetId>> groups = new LinkedHashMap<>();
    happenings.stream()
        .sorted(Comparator.comparing(Happening::at).reversed())
        .forEach(
            h ->
                groups
                    .computeIfAbsent(
                        new Together(h.at(), h.kind(), h.what()), k -> new LinkedHashSet<>())
                    .add(h.asset()));
    List<Map.Entry<Together, Set<AssetId>>> latest =
        groups.entrySet().stream().limit(span.limit()).toList();
    Map<AssetId, Asset> assets = new HashMap<>();
    tx.store(ASSETS)
        .findAll(latest.stream().map(e -> spokesman(e.getValue())).distinct().toList())
        .forEach(asset -> assets.put(asset.id(), asset));
    List<TimelineEntry> entries = new ArrayList<>();
    for (Map.Entry<Together, Set<AssetId>> entry : latest) {
      Asset asset = assets.get(spokesman(entry.getValue()));
      if (asset != null) {
        Together together = entry.getKey();
        entries.add(
            new TimelineEntry(
                together.at(),
                "assets",
                "asset-" + together.kind(),
                EntityRef.of(Assets.ENTITY, asset.id()),
                AssetWords.became(entry.getValue().size(), asset.label(), together.what())));
      }
    }
    return entries;
  }

  /** The unit that came into being first, a whole rather than its parts. */
  private static AssetId spokesman(Set<AssetId> assets) {
    return assets.stream()
        .min(Comparator.comparing((AssetId id) -> id.value().toString()))
        .orElseThrow();
  }

  private List<AssetStatusFact> statuses() {
    Criteria<AssetStatusFact> where = AssetAttributes.STATUS_FACT_HOLDER.eq(span.customer());
    return tx.store(STATUS_FACTS)
        .list(
            Query.where(where.and(AssetAttributes.STATUS_FACT_FROM.between(span.from(), span.to())))
                .orderBy(AssetAttributes.STATUS_FACT_FROM.descending())
                .limit(facts()));
  }

  private List<AssetPlacementFact> placements() {
    Criteria<AssetPlacementFact> where = AssetAttributes.PLACEMENT_FACT_HOLDER.eq(span.customer());
    return tx.store(PLACEMENT_FACTS)
        .list(
            Query.where(
                    where.and(AssetAttributes.PLACEMENT_FACT_FROM.between(span.from(), span.to())))
                .orderBy(AssetAttributes.PLACEMENT_FACT_FROM.descending())
                .limit(facts()));
  }

  private int facts() {
    return Math.max(1, Math.min(Query.MAX_LIMIT, span.limit() * FACTS_PER_ENTRY));
  }

  private static String moment(AssetFact fact) {
    return fact.asset().value() + "@" + fact.time().validFrom() + "@" + fact.time().recordedAt();
  }
}

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
import io.crmkit.core.spi.work.ReadTx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes timeline entries of the dated facts about a customer's units. Units to which the same
 * happened at the same moment, such as those of one push, make one entry.
 */
final class TimelineReading {

  /** Facts looked at for one entry; more than this in one moment count as this many. */
  private static final int FACTS_PER_ENTRY = 50;

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
    for (AssetStatusFact fact : statuses()) {
      if (AssetStates.BEGINNINGS.contains(fact.cause())) {
        beginnings.add(moment(fact));
      }
      happenings.add(
          new Happening(
              fact.time().validFrom(), fact.cause(), fact.status().label(), fact.asset()));
    }
    for (AssetPlacementFact fact : placements()) {
      // Where a unit was when it came is told by its coming.
      if (!beginnings.contains(moment(fact))) {
        happenings.add(new Happening(fact.time().validFrom(), "move", MOVED, fact.asset()));
      }
    }
    return entries(happenings);
  }

  private record Happening(Instant at, String kind, Label what, AssetId asset) {}

  private record Together(Instant at, String kind, Label what) {}

  private List<TimelineEntry> entries(List<Happening> happenings) {
    Map<Together, List<AssetId>> groups = new LinkedHashMap<>();
    happenings.stream()
        .sorted(Comparator.comparing(Happening::at).reversed())
        .forEach(
            h ->
                groups
                    .computeIfAbsent(
                        new Together(h.at(), h.kind(), h.what()), k -> new ArrayList<>())
                    .add(h.asset()));
    List<Map.Entry<Together, List<AssetId>>> latest =
        groups.entrySet().stream().limit(span.limit()).toList();
    Map<AssetId, Asset> assets = new HashMap<>();
    tx.store(ASSETS)
        .findAll(latest.stream().map(e -> spokesman(e.getValue())).distinct().toList())
        .forEach(asset -> assets.put(asset.id(), asset));
    List<TimelineEntry> entries = new ArrayList<>();
    for (Map.Entry<Together, List<AssetId>> entry : latest) {
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
  private static AssetId spokesman(List<AssetId> assets) {
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
    return fact.asset().value() + "@" + fact.time().recordedAt();
  }
}

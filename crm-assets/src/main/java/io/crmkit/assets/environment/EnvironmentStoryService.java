package io.crmkit.assets.environment;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.environment.EnvironmentEntities.CHANGES;
import static io.crmkit.assets.environment.EnvironmentEntities.SNAPSHOTS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.environment.EnvironmentAttributes;
import io.crmkit.api.environment.EnvironmentChange;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.EnvironmentSubject;
import io.crmkit.api.environment.EnvironmentValue;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource.Span;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of environments in a customer's timeline. */
public final class EnvironmentStoryService implements EnvironmentStory {

  private static final Label OWN = new Label("Environment", "运行环境");

  private final Work work;

  @Inject
  public EnvironmentStoryService(Work work) {
    this.work = work;
  }

  @Override
  public List<TimelineEntry> timeline(Span span) {
    return work.read(
        tx -> {
          List<EnvironmentSnapshot> snapshots = snapshots(tx, span);
          List<EnvironmentChange> changes = changes(tx, span);
          Map<AssetId, Label> units =
              units(
                  tx,
                  Stream.concat(
                          snapshots.stream().map(EnvironmentSnapshot::subject),
                          changes.stream().map(EnvironmentChange::subject))
                      .map(EnvironmentSubject::asset)
                      .filter(Objects::nonNull)
                      .distinct()
                      .toList());
          List<TimelineEntry> entries = new ArrayList<>();
          snapshots.forEach(snapshot -> entries.add(entry(snapshot, units)));
          changes.forEach(change -> entries.add(entry(change, units)));
          return entries.stream()
              .sorted(Comparator.comparing(TimelineEntry::occurredAt).reversed())
              .limit(span.limit())
              .toList();
        });
  }

  private static TimelineEntry entry(EnvironmentSnapshot snapshot, Map<AssetId, Label> units) {
    Label whose = whose(snapshot.subject(), units);
    return new TimelineEntry(
        snapshot.time().at(),
        "assets",
        "environment-recorded",
        EntityRef.of(Environments.SNAPSHOT, snapshot.id()),
        new Label(whose.en() + ": as found", whose.zh() + "：已记录"));
  }

  private static TimelineEntry entry(EnvironmentChange change, Map<AssetId, Label> units) {
    Label whose = whose(change.subject(), units);
    EnvironmentValue value = change.value();
    String version = value == null || value.version() == null ? "" : " " + value.version();
    String what = change.itemKey() + version;
    Label done = change.kind().label();
    return new TimelineEntry(
        change.time().at(),
        "assets",
        "environment-changed",
        EntityRef.of(Environments.CHANGE, change.id()),
        new Label(
            whose.en() + ": " + what + " " + done.en(), whose.zh() + "：" + what + " " + done.zh()));
  }

  private static Label whose(EnvironmentSubject subject, Map<AssetId, Label> units) {
    @Nullable AssetId asset = subject.asset();
    return asset == null ? OWN : units.getOrDefault(asset, OWN);
  }

  private static Map<AssetId, Label> units(ReadTx tx, List<AssetId> ids) {
    Map<AssetId, Label> labels = new HashMap<>();
    tx.store(ASSETS)
        .findAll(ids)
        .forEach(asset -> labels.put(asset.id(), new Label(asset.label(), asset.label())));
    return labels;
  }

  private static List<EnvironmentSnapshot> snapshots(ReadTx tx, Span span) {
    Criteria<EnvironmentSnapshot> ofCustomer =
        Criteria.or(
            EnvironmentAttributes.SNAPSHOT_CUSTOMER.eq(span.customer()),
            Criteria.ref(EnvironmentAttributes.SNAPSHOT_ASSET, Asset.class, units(span)));
    return tx.store(SNAPSHOTS)
        .list(
            Query.where(
                    ofCustomer.and(EnvironmentAttributes.TAKEN_AT.between(span.from(), span.to())))
                .orderBy(EnvironmentAttributes.TAKEN_AT.descending())
                .limit(rows(span)));
  }

  private static List<EnvironmentChange> changes(ReadTx tx, Span span) {
    Criteria<EnvironmentChange> ofCustomer =
        Criteria.or(
            EnvironmentAttributes.CHANGE_CUSTOMER.eq(span.customer()),
            Criteria.ref(EnvironmentAttributes.CHANGE_ASSET, Asset.class, units(span)));
    return tx.store(CHANGES)
        .list(
            Query.where(
                    ofCustomer.and(
                        EnvironmentAttributes.CHANGED_AT.between(span.from(), span.to())))
                .orderBy(EnvironmentAttributes.CHANGED_AT.descending())
                .limit(rows(span)));
  }

  private static Criteria<Asset> units(Span span) {
    return AssetAttributes.CUSTOMER.eq(span.customer());
  }

  private static int rows(Span span) {
    return Math.max(1, Math.min(Query.MAX_LIMIT, span.limit()));
  }
}

package io.crmkit.assets.environment;

import static io.crmkit.assets.environment.EnvironmentEntities.CONTENTS;
import static io.crmkit.assets.environment.EnvironmentEntities.SNAPSHOTS;

import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentCoverage;
import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.EnvironmentPoint;
import io.crmkit.api.environment.EnvironmentRecorded;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.EnvironmentSnapshotId;
import io.crmkit.api.environment.EnvironmentSubject;
import io.crmkit.api.environment.EnvironmentValue;
import io.crmkit.api.environment.RecordSnapshot;
import io.crmkit.api.environment.RecordedTime;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes one snapshot, and of its contents only what is not there already. For one thread, under
 * the lock of the subject's environment.
 */
final class SnapshotRecording {

  private final Tx tx;
  private final EnvironmentSubject subject;
  private final RecordedTime time;
  private final ContentReading contents;
  private final Belief belief;
  private final List<EnvironmentContent> fresh = new ArrayList<>();

  SnapshotRecording(Tx tx, EnvironmentSubject subject, RecordedTime time) {
    this.tx = tx;
    this.subject = subject;
    this.time = time;
    this.contents = new ContentReading(tx);
    this.belief = new Belief(tx, contents, subject.ref().id());
  }

  EnvironmentSnapshot record(RecordSnapshot command) {
    List<EnvironmentCategory> categories = List.copyOf(new TreeSet<>(command.covers()));
    Map<EnvironmentCategory, SortedMap<String, EnvironmentValue>> found = byCategory(command);
    List<EnvironmentCoverage> covered = new ArrayList<>();
    for (EnvironmentCategory category : categories) {
      SortedMap<String, EnvironmentValue> items = found.getOrDefault(category, new TreeMap<>());
      covered.add(new EnvironmentCoverage(category, items.size(), content(category, items)));
    }
    tx.store(CONTENTS).insertAll(fresh);
    EnvironmentSnapshot snapshot =
        tx.store(SNAPSHOTS)
            .insert(
                new EnvironmentSnapshot(
                    new EnvironmentSnapshotId(tx.newId()),
                    0,
                    subject,
                    time,
                    command.note(),
                    covered));
    int differences =
        new PresentItems(tx, subject)
            .become(belief.states(EnvironmentPoint.of(subject.ref(), tx.now()), categories));
    tx.publish(
        new EnvironmentRecorded(subject.ref(), snapshot.id(), time.at(), categories, differences));
    return snapshot;
  }

  private static Map<EnvironmentCategory, SortedMap<String, EnvironmentValue>> byCategory(
      RecordSnapshot command) {
    Map<EnvironmentCategory, SortedMap<String, EnvironmentValue>> found =
        new EnumMap<>(EnvironmentCategory.class);
    for (EnvironmentItem item : command.items()) {
      found.computeIfAbsent(item.category(), c -> new TreeMap<>()).put(item.key(), item.value());
    }
    return found;
  }

  /** The content with these items: that of the look before, if nothing is different. */
  private UUID content(EnvironmentCategory category, SortedMap<String, EnvironmentValue> items) {
    Belief.Look before = belief.lookAt(EnvironmentPoint.of(subject.ref(), time.at()), category);
    if (before == null) {
      return write(category, null, ContentPacking.complete(items), items);
    }
    UUID last = before.covered().content();
    if (before.covered().items() == items.size() && contents.items(last).equals(items)) {
      return last;
    }
    UUID base = contents.base(last);
    @Nullable List<EnvironmentContent.Entry> difference =
        ContentPacking.difference(contents.items(base), items);
    return difference == null
        ? write(category, null, ContentPacking.complete(items), items)
        : write(category, new EnvironmentContentId(base), difference, items);
  }

  private UUID write(
      EnvironmentCategory category,
      @Nullable EnvironmentContentId base,
      List<EnvironmentContent.Entry> entries,
      SortedMap<String, EnvironmentValue> items) {
    EnvironmentContent content =
        new EnvironmentContent(
            new EnvironmentContentId(tx.newId()), 0, subject, category, base, entries);
    fresh.add(content);
    contents.written(content, items);
    return content.id().value();
  }
}

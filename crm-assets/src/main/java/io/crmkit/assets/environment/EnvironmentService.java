package io.crmkit.assets.environment;

import static io.crmkit.assets.environment.EnvironmentEntities.CHANGES;
import static io.crmkit.assets.environment.EnvironmentEntities.ITEMS;
import static io.crmkit.assets.environment.EnvironmentEntities.SNAPSHOTS;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.environment.ChangesSince;
import io.crmkit.api.environment.Environment;
import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentChange;
import io.crmkit.api.environment.EnvironmentChangeId;
import io.crmkit.api.environment.EnvironmentChanged;
import io.crmkit.api.environment.EnvironmentCoverage;
import io.crmkit.api.environment.EnvironmentDiff;
import io.crmkit.api.environment.EnvironmentHistory;
import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.EnvironmentPoint;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.EnvironmentSnapshotId;
import io.crmkit.api.environment.EnvironmentSubject;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.PresentItem;
import io.crmkit.api.environment.RecordEnvironmentChange;
import io.crmkit.api.environment.RecordSnapshot;
import io.crmkit.api.environment.RecordedTime;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The service of runtime environments. */
public final class EnvironmentService implements Environments {

  private final Work work;

  @Inject
  public EnvironmentService(Work work) {
    this.work = work;
  }

  @Override
  public EnvironmentSnapshot record(RecordSnapshot command) {
    EnvironmentRules.check(command);
    return work.run(
        "environment.record",
        command,
        tx -> {
          EnvironmentRules.checkTime(tx.occurredAt(), tx.now());
          EnvironmentSubject subject = Subjects.get(tx, command.subject());
          lock(tx, subject);
          return new SnapshotRecording(tx, subject, time(tx)).record(command);
        });
  }

  @Override
  public EnvironmentChange recordChange(RecordEnvironmentChange command) {
    EnvironmentRules.check(command);
    return work.run(
        "environment.record-change",
        command,
        tx -> {
          EnvironmentRules.checkTime(tx.occurredAt(), tx.now());
          EnvironmentSubject subject = Subjects.get(tx, command.subject());
          lock(tx, subject);
          return record(tx, subject, command);
        });
  }

  private static EnvironmentChange record(
      Tx tx, EnvironmentSubject subject, RecordEnvironmentChange command) {
    EnvironmentChange change =
        tx.store(CHANGES)
            .insert(
                new EnvironmentChange(
                    new EnvironmentChangeId(tx.newId()),
                    0,
                    subject,
                    time(tx),
                    command.kind(),
                    command.category(),
                    command.key(),
                    command.value(),
                    command.note()));
    // Most changes are the last word on their item, and need no look at the rest of its category.
    Belief belief = new Belief(tx, new ContentReading(tx), subject.ref().id());
    if (belief.isOvertaken(change)) {
      new PresentItems(tx, subject)
          .become(
              belief.states(
                  EnvironmentPoint.of(subject.ref(), tx.now()), List.of(change.category())));
    } else {
      new PresentItems(tx, subject).become(change);
    }
    tx.publish(
        new EnvironmentChanged(
            subject.ref(),
            change.id(),
            change.time().at(),
            change.kind(),
            change.category(),
            change.itemKey(),
            change.value()));
    return change;
  }

  /** What is present follows from all records of the subject: they come one after the other. */
  private static void lock(Tx tx, EnvironmentSubject subject) {
    tx.lockNames("environment", List.of(subject.ref().toString()));
  }

  private static RecordedTime time(Tx tx) {
    return new RecordedTime(tx.occurredAt(), tx.now(), tx.session().actor().id());
  }

  @Override
  public Environment at(EnvironmentPoint point) {
    return work.read(tx -> at(tx, point));
  }

  @Override
  public EnvironmentDiff compare(EnvironmentPoint first, EnvironmentPoint second) {
    return work.read(tx -> at(tx, first).compareTo(at(tx, second)));
  }

  private static Environment at(ReadTx tx, EnvironmentPoint point) {
    EnvironmentSubject subject = Subjects.get(tx, point.subject());
    return new Belief(tx, new ContentReading(tx), subject.ref().id()).at(point);
  }

  @Override
  public EnvironmentDiff compare(EnvironmentSnapshotId first, EnvironmentSnapshotId second) {
    return work.read(tx -> found(tx, first).compareTo(found(tx, second)));
  }

  /** What a snapshot found, as an environment of its own. */
  private static Environment found(ReadTx tx, EnvironmentSnapshotId id) {
    EnvironmentSnapshot snapshot = Subjects.visible(tx, tx.store(SNAPSHOTS).get(id));
    ContentReading contents = new ContentReading(tx);
    contents.load(snapshot.covered().stream().map(EnvironmentCoverage::content).toList());
    Map<EnvironmentCategory, CategoryState> states = new EnumMap<>(EnvironmentCategory.class);
    for (EnvironmentCoverage covered : snapshot.covered()) {
      CategoryState state = new CategoryState(covered.category());
      state.look(snapshot.time().at(), contents.items(covered.content()));
      states.put(covered.category(), state);
    }
    return Belief.environment(states);
  }

  @Override
  public EnvironmentHistory changesSince(ChangesSince question) {
    return work.read(
        tx -> {
          Subjects.get(tx, question.subject());
          return new HistoryReading(tx, question).history();
        });
  }

  @Override
  public EnvironmentSnapshot get(EnvironmentSnapshotId id) {
    return work.read(tx -> Subjects.visible(tx, tx.store(SNAPSHOTS).get(id)));
  }

  @Override
  public List<EnvironmentItem> items(EnvironmentSnapshotId id) {
    return work.read(tx -> found(tx, id).items());
  }

  @Override
  public Page<EnvironmentSnapshot> snapshots(Query<EnvironmentSnapshot> query) {
    return work.read(tx -> tx.store(SNAPSHOTS).page(query));
  }

  @Override
  public Page<EnvironmentChange> changes(Query<EnvironmentChange> query) {
    return work.read(tx -> tx.store(CHANGES).page(query));
  }

  @Override
  public Page<PresentItem> search(Query<PresentItem> query) {
    return work.read(tx -> tx.store(ITEMS).page(query));
  }
}

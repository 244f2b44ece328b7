package io.crmkit.assets.environment;

import static io.crmkit.assets.environment.EnvironmentEntities.CHANGES;
import static io.crmkit.assets.environment.EnvironmentEntities.CHANGE_ID;
import static io.crmkit.assets.environment.EnvironmentEntities.CHANGE_RECORDED_AT;
import static io.crmkit.assets.environment.EnvironmentEntities.SNAPSHOTS;
import static io.crmkit.assets.environment.EnvironmentEntities.SNAPSHOT_ID;
import static io.crmkit.assets.environment.EnvironmentEntities.SNAPSHOT_RECORDED_AT;

import io.crmkit.api.criteria.Query;
import io.crmkit.api.environment.ChangesSince;
import io.crmkit.api.environment.EnvironmentAttributes;
import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentChange;
import io.crmkit.api.environment.EnvironmentDifference;
import io.crmkit.api.environment.EnvironmentHappening;
import io.crmkit.api.environment.EnvironmentHistory;
import io.crmkit.api.environment.EnvironmentPoint;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.RecordedTime;
import io.crmkit.api.value.EntityRef;
import io.crmkit.assets.environment.Belief.Look;
import io.crmkit.assets.environment.Belief.Moment;
import io.crmkit.core.spi.work.ReadTx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows the records of a subject from a moment on. For one thread, within one unit of work. */
final class HistoryReading {

  /** Records read at once. */
  private static final int CHUNK = 200;

  private final ReadTx tx;
  private final ChangesSince question;
  private final ContentReading contents;
  private final Map<EnvironmentCategory, CategoryState> states;
  private final List<EnvironmentHappening> happenings = new ArrayList<>();

  HistoryReading(ReadTx tx, ChangesSince question) {
    this.tx = tx;
    this.question = question;
    this.contents = new ContentReading(tx);
    this.states =
        new Belief(tx, contents, question.subject().id())
            .states(
                EnvironmentPoint.of(question.subject(), question.since()),
                List.of(EnvironmentCategory.values()));
  }

  EnvironmentHistory history() {
    Instant from = Belief.justAfter(question.since());
    RecordStream<EnvironmentSnapshot> snapshots =
        new RecordStream<>(tx.store(SNAPSHOTS), snapshotsFrom(from));
    RecordStream<EnvironmentChange> changes =
        new RecordStream<>(tx.store(CHANGES), changesFrom(from));
    @Nullable Instant last = null;
    while (true) {
      EnvironmentSnapshot snapshot = snapshots.head();
      EnvironmentChange change = changes.head();
      boolean isChange =
          change != null
              && (snapshot == null || Moment.of(change).compareTo(Moment.of(snapshot)) < 0);
      if (!isChange && snapshot == null) {
        return new EnvironmentHistory(happenings, null);
      }
      RecordedTime time =
          isChange
              ? Objects.requireNonNull(change).time()
              : Objects.requireNonNull(snapshot).time();
      if (last != null && happenings.size() >= question.limit() && !time.at().equals(last)) {
        return new EnvironmentHistory(happenings, last);
      }
      last = time.at();
      if (isChange) {
        follow(Objects.requireNonNull(changes.take()));
      } else {
        follow(Objects.requireNonNull(snapshots.take()));
      }
    }
  }

  private Query<EnvironmentSnapshot> snapshotsFrom(Instant from) {
    return Query.where(
            EnvironmentAttributes.SNAPSHOT_SUBJECT
                .eq(question.subject().id())
                .and(EnvironmentAttributes.TAKEN_AT.atLeast(from)))
        .orderBy(
            EnvironmentAttributes.TAKEN_AT.ascending(),
            SNAPSHOT_RECORDED_AT.ascending(),
            SNAPSHOT_ID.ascending())
        .limit(CHUNK);
  }

  private Query<EnvironmentChange> changesFrom(Instant from) {
    return Query.where(
            EnvironmentAttributes.CHANGE_SUBJECT
                .eq(question.subject().id())
                .and(EnvironmentAttributes.CHANGED_AT.atLeast(from)))
        .orderBy(
            EnvironmentAttributes.CHANGED_AT.ascending(),
            CHANGE_RECORDED_AT.ascending(),
            CHANGE_ID.ascending())
        .limit(CHUNK);
  }

  private void follow(EnvironmentChange change) {
    CategoryState state = state(change.category());
    EntityRef source = EntityRef.of(Environments.CHANGE, change.id());
    for (EnvironmentDifference difference : state.change(change.itemKey(), change.value())) {
      happenings.add(
          new EnvironmentHappening(difference, source, change.time(), null, change.note()));
    }
  }

  private void follow(EnvironmentSnapshot snapshot) {
    EntityRef source = EntityRef.of(Environments.SNAPSHOT, snapshot.id());
    for (Look look : Belief.looks(snapshot)) {
      CategoryState state = state(look.covered().category());
      @Nullable Instant lookedBefore = state.lookedAt();
      for (EnvironmentDifference difference :
          state.look(snapshot.time().at(), contents.items(look.covered().content()))) {
        happenings.add(
            new EnvironmentHappening(
                difference, source, snapshot.time(), lookedBefore, snapshot.note()));
      }
    }
  }

  private CategoryState state(EnvironmentCategory category) {
    return Objects.requireNonNull(states.get(category), "state");
  }
}

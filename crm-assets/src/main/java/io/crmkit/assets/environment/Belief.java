package io.crmkit.assets.environment;

import static io.crmkit.assets.environment.EnvironmentEntities.CHANGES;
import static io.crmkit.assets.environment.EnvironmentEntities.CHANGE_RECORDED_AT;
import static io.crmkit.assets.environment.EnvironmentEntities.COVERED;
import static io.crmkit.assets.environment.EnvironmentEntities.COVERED_CATEGORY;
import static io.crmkit.assets.environment.EnvironmentEntities.SNAPSHOTS;
import static io.crmkit.assets.environment.EnvironmentEntities.SNAPSHOT_ID;
import static io.crmkit.assets.environment.EnvironmentEntities.SNAPSHOT_RECORDED_AT;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.environment.Environment;
import io.crmkit.api.environment.EnvironmentAttributes;
import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentChange;
import io.crmkit.api.environment.EnvironmentCoverage;
import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.EnvironmentPoint;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.RecordedTime;
import io.crmkit.core.spi.work.ReadTx;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a subject's environment at a moment: of each category the latest look, and
 * the changes after it. Of one moment, what was recorded later counts as later. For one thread,
 * within one unit of work.
 */
final class Belief {

  private final ReadTx tx;
  private final ContentReading contents;
  private final UUID subject;

  Belief(ReadTx tx, ContentReading contents, UUID subject) {
    this.tx = tx;
    this.contents = contents;
    this.subject = subject;
  }

  /** A record's place in the order of time: the id tells which of one moment was recorded first. */
  record Moment(Instant at, Instant recordedAt, String id) implements Comparable<Moment> {

    private static final Comparator<Moment> ORDER =
        Comparator.comparing(Moment::at)
            .thenComparing(Moment::recordedAt)
            .thenComparing(Moment::id);

    static Moment of(RecordedTime time, UUID id) {
      return new Moment(time.at(), time.recordedAt(), id.toString());
    }

    static Moment of(EnvironmentSnapshot snapshot) {
      return of(snapshot.time(), snapshot.id().value());
    }

    static Moment of(EnvironmentChange change) {
      return of(change.time(), change.id().value());
    }

    @Override
    public int compareTo(Moment other) {
      return ORDER.compare(this, other);
    }
  }

  /** A category as it was found in a snapshot. */
  record Look(EnvironmentSnapshot snapshot, EnvironmentCoverage covered) {}

  /** These categories, as they are believed to have been at the point. */
  Map<EnvironmentCategory, CategoryState> states(
      EnvironmentPoint point, Collection<EnvironmentCategory> categories) {
    Map<EnvironmentCategory, Look> looks = new EnumMap<>(EnvironmentCategory.class);
    for (EnvironmentCategory category : categories) {
      Look look = lookAt(point, category);
      if (look != null) {
        looks.put(category, look);
      }
    }
    contents.load(looks.values().stream().map(look -> look.covered().content()).toList());
    Map<EnvironmentCategory, CategoryState> states = new EnumMap<>(EnvironmentCategory.class);
    for (EnvironmentCategory category : categories) {
      CategoryState state = new CategoryState(category);
      Look look = looks.get(category);
      if (look != null) {
        state.look(look.snapshot().time().at(), contents.items(look.covered().content()));
      }
      states.put(category, state);
    }
    for (EnvironmentChange change : changes(point, categories, looks)) {
      Look look = looks.get(change.category());
      CategoryState state = states.get(change.category());
      if (state != null
          && (look == null || Moment.of(look.snapshot()).compareTo(Moment.of(change)) < 0)) {
        state.change(change.itemKey(), change.value());
      }
    }
    return states;
  }

  /** The whole environment. */
  Environment at(EnvironmentPoint point) {
    return environment(states(point, List.of(EnvironmentCategory.values())));
  }

  static Environment environment(Map<EnvironmentCategory, CategoryState> states) {
    List<EnvironmentItem> items = new ArrayList<>();
    Map<EnvironmentCategory, Instant> lookedAt = new EnumMap<>(EnvironmentCategory.class);
    states.forEach(
        (category, state) -> {
          state
              .items()
              .forEach((key, value) -> items.add(new EnvironmentItem(category, key, value)));
          @Nullable Instant looked = state.lookedAt();
          if (looked != null) {
            lookedAt.put(category, looked);
          }
        });
    return new Environment(items, lookedAt);
  }

  /** The latest look at a category that counts at the point; null if there is none. */
  @Nullable Look lookAt(EnvironmentPoint point, EnvironmentCategory category) {
    Criteria<EnvironmentSnapshot> where =
        EnvironmentAttributes.SNAPSHOT_SUBJECT
            .eq(subject)
            .and(EnvironmentAttributes.TAKEN_AT.lessThan(justAfter(point.at())))
            .and(COVERED.any(COVERED_CATEGORY.eq(category)));
    Instant known = point.asKnownOn();
    if (known != null) {
      where = where.and(SNAPSHOT_RECORDED_AT.lessThan(justAfter(known)));
    }
    return tx
        .store(SNAPSHOTS)
        .list(
            Query.where(where)
                .orderBy(
                    EnvironmentAttributes.TAKEN_AT.descending(),
                    SNAPSHOT_RECORDED_AT.descending(),
                    SNAPSHOT_ID.descending())
                .limit(1))
        .stream()
        .flatMap(snapshot -> looks(snapshot).stream())
        .filter(look -> look.covered().category() == category)
        .findFirst()
        .orElse(null);
  }

  static List<Look> looks(EnvironmentSnapshot snapshot) {
    return snapshot.covered().stream().map(covered -> new Look(snapshot, covered)).toList();
  }

  /** The changes since the looks, in their order; those of the looks' very moments, too. */
  private List<EnvironmentChange> changes(
      EnvironmentPoint point,
      Collection<EnvironmentCategory> categories,
      Map<EnvironmentCategory, Look> looks) {
    List<Criteria<EnvironmentChange>> any = new ArrayList<>();
    for (EnvironmentCategory category : categories) {
      Criteria<EnvironmentChange> of = EnvironmentAttributes.CHANGE_CATEGORY.eq(category);
      Look look = looks.get(category);
      any.add(
          look == null
              ? of
              : of.and(EnvironmentAttributes.CHANGED_AT.atLeast(look.snapshot().time().at())));
    }
    Criteria<EnvironmentChange> where =
        EnvironmentAttributes.CHANGE_SUBJECT
            .eq(subject)
            .and(EnvironmentAttributes.CHANGED_AT.lessThan(justAfter(point.at())))
            .and(new Criteria.Or<>(any));
    Instant known = point.asKnownOn();
    if (known != null) {
      where = where.and(CHANGE_RECORDED_AT.lessThan(justAfter(known)));
    }
    return tx.store(CHANGES).all(where).stream().sorted(Comparator.comparing(Moment::of)).toList();
  }

  /** Whether something in the category, or a change of the same item, comes after this change. */
  boolean isOvertaken(EnvironmentChange change) {
    Moment moment = Moment.of(change);
    Criteria<EnvironmentSnapshot> looked =
        EnvironmentAttributes.SNAPSHOT_SUBJECT
            .eq(subject)
            .and(EnvironmentAttributes.TAKEN_AT.atLeast(moment.at()))
            .and(COVERED.any(COVERED_CATEGORY.eq(change.category())));
    Criteria<EnvironmentChange> changed =
        EnvironmentAttributes.CHANGE_SUBJECT
            .eq(subject)
            .and(EnvironmentAttributes.CHANGED_AT.atLeast(moment.at()))
            .and(EnvironmentAttributes.CHANGE_CATEGORY.eq(change.category()))
            .and(EnvironmentAttributes.CHANGE_KEY.eq(change.itemKey()));
    return tx.store(SNAPSHOTS).all(looked).stream()
            .anyMatch(snapshot -> Moment.of(snapshot).compareTo(moment) > 0)
        || tx.store(CHANGES).all(changed).stream()
            .anyMatch(other -> Moment.of(other).compareTo(moment) > 0);
  }

  /** The least moment after this one that a storage can tell from it. */
  static Instant justAfter(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
  }
}

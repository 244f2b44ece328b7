package io.crmkit.api.environment;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import java.util.List;

/**
 * The runtime environments of units, customers, and what other modules keep ({@link
 * EnvironmentSubjectSource}): most faults lie there, and not in the product.
 *
 * <p>An environment is told by snapshots, which speak of whole categories, and by single changes in
 * between. Both are dated facts in two times, only ever added, in any order: of what speaks of a
 * moment, the latest snapshot of a category counts, and the changes after it. What is of the same
 * moment counts in the order in which it was recorded. Who may see the subject may see its
 * environment; who may change it may record.
 *
 * <p>As safe for threads as the session it was got from.
 */
@ProvidedBy("io.crmkit:crm-assets")
public interface Environments {

  /** The stable name of snapshots, for {@code EntityRef}. */
  String SNAPSHOT = "assets.environment-snapshot";

  /** The stable name of single changes, for {@code EntityRef}. */
  String CHANGE = "assets.environment-change";

  /** The stable name of what is believed to be there now, for {@code EntityRef}. */
  String ITEM = "assets.environment-item";

  /** The most items that a snapshot has. */
  int MAX_ITEMS = 20_000;

  /**
   * Records what was found, at the session's {@code occurredAt}. A snapshot may come late.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such subject
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field, or that it is said to
   *     have been found in the future
   */
  EnvironmentSnapshot record(RecordSnapshot command);

  /**
   * Records a single change, made at the session's {@code occurredAt}. It may come late.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such subject
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field, or that it is said to
   *     have been made in the future
   */
  EnvironmentChange recordChange(RecordEnvironmentChange command);

  /**
   * What is believed of an environment at a moment.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such subject
   */
  Environment at(EnvironmentPoint point);

  /**
   * In what two environments differ: of one subject at two moments, or of two subjects, such as a
   * machine and its healthy twin.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such subject
   */
  EnvironmentDiff compare(EnvironmentPoint first, EnvironmentPoint second);

  /**
   * In what two snapshots differ, whosever they are.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such snapshot
   */
  EnvironmentDiff compare(EnvironmentSnapshotId first, EnvironmentSnapshotId second);

  /**
   * What changed since a moment, in the order of time, with what was recorded late. Applied in this
   * order, the differences make the environment believed at that moment the present one, but for
   * what was found when a category was looked at for the first time.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such subject
   */
  EnvironmentHistory changesSince(ChangesSince question);

  /**
   * A snapshot.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  EnvironmentSnapshot get(EnvironmentSnapshotId id);

  /**
   * What was found in a snapshot, by category and key.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  List<EnvironmentItem> items(EnvironmentSnapshotId id);

  /** The snapshots that match. */
  Page<EnvironmentSnapshot> snapshots(Query<EnvironmentSnapshot> query);

  /** The single changes that match. */
  Page<EnvironmentChange> changes(Query<EnvironmentChange> query);

  /**
   * What is believed to be there now, over all subjects: who has this software in a version older
   * than that ({@link EnvironmentAttributes#olderThan}).
   */
  Page<PresentItem> search(Query<PresentItem> query);
}

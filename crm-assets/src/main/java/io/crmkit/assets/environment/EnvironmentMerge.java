package io.crmkit.assets.environment;

import static io.crmkit.assets.environment.EnvironmentEntities.CHANGES;
import static io.crmkit.assets.environment.EnvironmentEntities.CHANGE_ID;
import static io.crmkit.assets.environment.EnvironmentEntities.CONTENTS;
import static io.crmkit.assets.environment.EnvironmentEntities.CONTENT_CUSTOMER;
import static io.crmkit.assets.environment.EnvironmentEntities.CONTENT_ID;
import static io.crmkit.assets.environment.EnvironmentEntities.ITEMS;
import static io.crmkit.assets.environment.EnvironmentEntities.SNAPSHOTS;
import static io.crmkit.assets.environment.EnvironmentEntities.SNAPSHOT_ID;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.MergeForecast;
import io.crmkit.api.customer.merge.MergeShare;
import io.crmkit.api.environment.EnvironmentAttributes;
import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentChange;
import io.crmkit.api.environment.EnvironmentChangeId;
import io.crmkit.api.environment.EnvironmentPoint;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.EnvironmentSnapshotId;
import io.crmkit.api.environment.EnvironmentSubject;
import io.crmkit.api.environment.PresentItem;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.assets.asset.Portions;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes records of a customer's environment, and of what belongs to it such as sites, another
 * customer's. Records of both customers then follow each other in time as if one had made them all;
 * what is present follows from them.
 */
public final class EnvironmentMerge {

  private static final Label RECORDS = new Label("records of environments", "运行环境记录");

  private final Tx tx;
  private final CustomerId from;
  private final CustomerId to;

  private EnvironmentMerge(Tx tx, CustomerId from, CustomerId to) {
    this.tx = tx;
    this.from = from;
    this.to = to;
  }

  /** How many snapshots and changes would be moved. */
  public static MergeForecast forecast(ReadTx tx, CustomerMerge merge) {
    long count =
        tx.store(SNAPSHOTS).count(EnvironmentAttributes.SNAPSHOT_CUSTOMER.eq(merge.absorbed()))
            + tx.store(CHANGES).count(EnvironmentAttributes.CHANGE_CUSTOMER.eq(merge.absorbed()));
    return MergeForecast.of(RECORDS, Math.toIntExact(count));
  }

  /**
   * Makes everything the survivor's.
   *
   * @return the records that were the absorbed customer's
   */
  public static List<EntityRef> move(Tx tx, CustomerMerge merge) {
    return new EnvironmentMerge(tx, merge.absorbed(), merge.survivor()).all();
  }

  /** Gives back what was moved, and whatever was recorded since of sites that went. */
  public static void undo(Tx tx, CustomerMerge merge, MergeShare share) {
    new EnvironmentMerge(tx, merge.survivor(), merge.absorbed()).some(share);
  }

  private List<EntityRef> all() {
    lock();
    Set<UUID> others = new HashSet<>();
    List<EntityRef> moved = new ArrayList<>();
    moved.addAll(snapshots(EnvironmentAttributes.SNAPSHOT_CUSTOMER.eq(from), others));
    moved.addAll(changes(EnvironmentAttributes.CHANGE_CUSTOMER.eq(from), others));
    moved.addAll(contents(CONTENT_CUSTOMER.eq(from)));
    present(others, !moved.isEmpty());
    return moved;
  }

  private void some(MergeShare share) {
    lock();
    Set<UUID> others = new HashSet<>();
    int moved = 0;
    moved +=
        portions(
            share,
            SNAPSHOTS,
            EnvironmentSnapshotId::new,
            SNAPSHOT_ID,
            where -> snapshots(where, others));
    moved +=
        portions(
            share, CHANGES, EnvironmentChangeId::new, CHANGE_ID, where -> changes(where, others));
    moved +=
        portions(share, CONTENTS, EnvironmentContentId::new, CONTENT_ID, where -> contents(where));
    Portions.each(
        others,
        ids -> {
          snapshots(
              EnvironmentAttributes.SNAPSHOT_SUBJECT
                  .in(ids)
                  .and(EnvironmentAttributes.SNAPSHOT_CUSTOMER.eq(from)),
              new HashSet<>());
          changes(
              EnvironmentAttributes.CHANGE_SUBJECT
                  .in(ids)
                  .and(EnvironmentAttributes.CHANGE_CUSTOMER.eq(from)),
              new HashSet<>());
        });
    present(others, moved > 0);
  }

  private static <E, I> int portions(
      MergeShare share,
      Entity<E> entity,
      Function<UUID, I> id,
      Attribute<E, I> attribute,
      Consumer<Criteria<E>> move) {
    List<I> ids =
        share.moved().stream()
            .filter(ref -> ref.entity().equals(entity.name()))
            .map(ref -> id.apply(ref.id()))
            .toList();
    Portions.each(ids, some -> move.accept(attribute.in(some)));
    return ids.size();
  }

  private void lock() {
    tx.lockNames("environment", List.of(ref(from).toString(), ref(to).toString()));
  }

  private static EntityRef ref(CustomerId customer) {
    return EntityRef.of(Customer.ENTITY, customer);
  }

  private EnvironmentSubject of(EnvironmentSubject subject, Set<UUID> others) {
    if (subject.ref().equals(ref(from))) {
      return new EnvironmentSubject(ref(to), null, to);
    }
    others.add(subject.ref().id());
    return new EnvironmentSubject(subject.ref(), null, to);
  }

  private List<EntityRef> snapshots(Criteria<EnvironmentSnapshot> where, Set<UUID> others) {
    return reassign(
        SNAPSHOTS,
        where,
        s ->
            new EnvironmentSnapshot(
                s.id(), s.version(), of(s.subject(), others), s.time(), s.note(), s.covered()),
        s -> EntityRef.of(SNAPSHOTS.name(), s.id()));
  }

  private List<EntityRef> changes(Criteria<EnvironmentChange> where, Set<UUID> others) {
    return reassign(
        CHANGES,
        where,
        c ->
            new EnvironmentChange(
                c.id(),
                c.version(),
                of(c.subject(), others),
                c.time(),
                c.kind(),
                c.category(),
                c.itemKey(),
                c.value(),
                c.note()),
        c -> EntityRef.of(CHANGES.name(), c.id()));
  }

  private List<EntityRef> contents(Criteria<EnvironmentContent> where) {
    return reassign(
        CONTENTS,
        where,
        c ->
            new EnvironmentContent(
                c.id(),
                c.version(),
                of(c.subject(), new HashSet<>()),
                c.category(),
                c.base(),
                c.entries()),
        c -> EntityRef.of(CONTENTS.name(), c.id()));
  }

  private <E> List<EntityRef> reassign(
      Entity<E> entity, Criteria<E> where, Function<E, E> after, Function<E, EntityRef> ref) {
    List<E> records = tx.store(entity).all(where);
    Portions.each(
        records,
        some ->
            tx.store(entity)
                .saveAll(
                    some.stream().map(before -> Change.of(before, after.apply(before))).toList()));
    return records.stream().map(ref).toList();
  }

  /**
   * What is present of both customers follows from their records; that of sites only goes along.
   */
  private void present(Set<UUID> others, boolean moved) {
    Portions.each(
        others,
        ids ->
            tx.store(ITEMS)
                .saveAll(
                    tx.store(ITEMS).all(EnvironmentAttributes.ITEM_SUBJECT.in(ids)).stream()
                        .map(before -> Change.of(before, of(before)))
                        .toList()));
    if (moved) {
      present(from);
      present(to);
    }
  }

  private PresentItem of(PresentItem item) {
    return new PresentItem(
        item.id(),
        item.version(),
        new EnvironmentSubject(item.subject().ref(), null, to),
        item.category(),
        item.itemKey(),
        item.value());
  }

  private void present(CustomerId customer) {
    EnvironmentSubject subject = new EnvironmentSubject(ref(customer), null, customer);
    Belief belief = new Belief(tx, new ContentReading(tx), customer.value());
    new PresentItems(tx, subject)
        .become(
            belief.states(
                EnvironmentPoint.of(subject.ref(), tx.now()),
                List.of(EnvironmentCategory.values())));
  }
}

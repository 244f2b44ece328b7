package io.crmkit.core.spi.work;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.value.EntityId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one entity, cut to the tenant and to what these eyes may see. */
public interface ReadStore<E> {

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  E get(EntityId id);

  /**
   * The record, if it is still at the version that the caller read.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since
   */
  E get(EntityId id, long version);

  Optional<E> find(EntityId id);

  /** The records that exist among these, in no particular order, in a bounded number of reads. */
  List<E> findAll(Collection<? extends EntityId> ids);

  /**
   * The record, the one of the same entity that it refers to by this attribute, and so on up to the
   * root: all of them as of one moment. The way ends before a record that these eyes may not see.
   *
   * @param parent the reference, of which no circles are made
   * @return empty if the record itself is not there for these eyes
   */
  List<E> pathUp(Attribute<E, ? extends EntityId> parent, EntityId id);

  /** Any record that matches; the one with the smallest id if there are several. */
  Optional<E> first(Criteria<E> where);

  /** The rows of one page. */
  Page<E> page(Query<E> query);

  /** Like {@link #page} where only the rows matter. */
  default List<E> list(Query<E> query) {
    return page(query).items();
  }

  /**
   * Every record that matches, in the order of ids. For sets known to be small, such as the
   * children of one record.
   */
  List<E> all(Criteria<E> where);

  long count(Criteria<E> where);

  /**
   * How many records that match have which value, in one question to the storage.
   *
   * @param attribute of the record itself, no custom field and none of a part
   * @return by value; records without one are not counted
   * @throws io.crmkit.api.error.AccessDenied if the actor may not tell records apart by it
   */
  <V> Map<V, Long> countBy(Attribute<E, V> attribute, Criteria<E> where);

  /**
   * What is wrong with the values of custom fields, for bulk commands that tell it row by row; all
   * others are told when they insert or save.
   *
   * @param before the values that the record has; null for a new one, which gets what its fields
   *     have by default
   */
  List<Fault> customFaults(@Nullable CustomValues before, CustomValues values);

  /** Every record that matches, in the order of ids, handed over in chunks of at most this size. */
  void forEachChunk(Criteria<E> where, int size, Consumer<List<E>> consumer);
}

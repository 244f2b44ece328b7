package io.crmkit.core.kernel.storage;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.spi.storage.Entity;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as the kernel's guard sees it: below access rules and audit, but never without a
 * tenant. Writes may be held back until {@link #flush} or a read that could miss them. For one
 * thread at a time.
 */
public interface StorageTx {

  /** How many rows can be claimed at once. */
  int MAX_CLAIMED = 500;

  <E> @Nullable E load(EntityModel<E> model, TenantId tenant, UUID id);

  <E> List<E> loadAll(EntityModel<E> model, TenantId tenant, Collection<UUID> ids);

  /**
   * The row with this id, the one that it refers to by this column, and so on, all as of one
   * moment; none if there is none.
   */
  <E> List<E> path(EntityModel<E> model, TenantId tenant, UUID id, Column parent);

  <E> List<E> select(EntityModel<E> model, TenantId tenant, Selection<E> selection);

  <E> long count(EntityModel<E> model, TenantId tenant, Criteria<E> where);

  /**
   * Counts the rows that match by the value of a column, as it is kept; those without one are left
   * out.
   */
  default <E> Map<Object, Long> countBy(
      EntityModel<E> model, TenantId tenant, Criteria<E> where, Column column) {
    Map<Object, Long> counts = new HashMap<>();
    for (E row : select(model, tenant, Selection.all(where))) {
      Object value = column.valueOf(row);
      if (value != null) {
        counts.merge(value, 1L, Long::sum);
      }
    }
    return counts;
  }

  <E> void insert(EntityModel<E> model, TenantId tenant, E row);

  /** Replaces the row, if it is still at the version of {@code before}. */
  <E> void update(EntityModel<E> model, TenantId tenant, E before, E after);

  /** Deletes the row, if it is still at this version. */
  <E> void delete(EntityModel<E> model, TenantId tenant, E row);

  /** Locks rows in the order of their ids; missing ones are passed over. */
  void lock(EntityModel<?> model, TenantId tenant, List<UUID> ids);

  /**
   * Locks those of these rows that no other transaction has, without waiting, and reads them as
   * they are now; in the order of their ids. For background work that several nodes share.
   *
   * @param ids at most {@value #MAX_CLAIMED}
   */
  <E> List<E> claim(EntityModel<E> model, TenantId tenant, Collection<UUID> ids);

  /**
   * Writes the row whether there is one with its id or not, and whatever its version: the last
   * writer wins. Only for entities without parts.
   */
  <E> void put(EntityModel<E> model, TenantId tenant, E row);

  /** Whether the values of custom fields are found by an index that has to be written. */
  boolean indexesCustomValues();

  /** Locks names in order. */
  void lockNames(TenantId tenant, String scope, List<String> names);

  /**
   * The same for a caller who reads next: the locks are taken no later than with that read, and may
   * be taken together with it.
   */
  void lockNamesAhead(TenantId tenant, String scope, List<String> names);

  /**
   * Counts the rows that match, by tenant and by the values of these attributes; for background
   * work and operators only, since it may look at every tenant.
   */
  <E> List<Group> groups(EntityModel<E> model, Grouping<E> by, Criteria<E> where);

  /** The tenants that have names which were last locked before this day. */
  List<TenantId> tenantsWithNames(LocalDate before);

  /**
   * Forgets names that were last locked before this day and that nobody holds now.
   *
   * @param most how many at once
   * @return how many were forgotten; fewer than {@code most} if there are no more
   */
  int forgetNames(TenantId tenant, LocalDate before, int most);

  /** The tenants that have a row that matches; for background work only. */
  <E> List<TenantId> tenantsWith(EntityModel<E> model, Criteria<E> where);

  /** Makes a named query; rows of each entity are cut to the tenant and the given criteria. */
  <Q> Q queries(QueryAdapters<Q> adapters, TenantId tenant, Cut cut);

  /**
   * Sends what was held back.
   *
   * @throws io.crmkit.api.error.StaleVersion if a row was changed by someone else meanwhile
   */
  void flush();

  Savepoint savepoint();

  /**
   * A savepoint that a failed read can be undone to, too, where the database lets nothing follow a
   * failed statement. Costs no round trip unless something has to be kept safe.
   */
  MovingSavepoint savepointForReads();

  /** How many characters the column of this table holds; the greatest number if it has no limit. */
  int longest(String table, Column column);

  /** Whether the connection says that nothing can be written; asked without sending anything. */
  boolean readOnly();

  /** The connection, always the same; null in memory. */
  @Nullable Connection connection();

  void commit();

  /** Undoes everything and gives the connection back. Never fails: what is broken is given up. */
  void rollback();

  /**
   * How rows are counted.
   *
   * @param tenant the one tenant, or null for all
   * @param keys the attributes, texts that are always there
   * @param oldest the attribute whose smallest value is told
   */
  record Grouping<E>(
      @Nullable TenantId tenant, List<Attribute<E, ?>> keys, Attribute<E, Instant> oldest) {}

  /**
   * Rows that have the same tenant and values.
   *
   * @param tenant the tenant
   * @param keys the values, as columns hold them
   * @param count how many
   * @param oldest the smallest moment among them
   */
  record Group(TenantId tenant, List<String> keys, long count, Instant oldest) {}

  /** A mark to which a failed command is undone. Either call ends it. */
  interface Savepoint {
    void rollback();

    void release();
  }

  /** A mark that goes along with the parts of a work of which each may fail by itself. */
  interface MovingSavepoint extends Savepoint {
    /** Undoes what was done since; the mark stays. */
    void back();

    /** Keeps what was done since; the mark is here now. */
    void move();
  }

  /** What a caller may see of an entity. */
  interface Cut {
    <E> Criteria<E> of(Entity<E> entity);

    /** What of its fields he is not shown; null if he is shown them all. */
    <E> @Nullable Cover<E> cover(Entity<E> entity);
  }

  /** What of an entity's fields a caller is not shown. */
  interface Cover<E> {

    /** Whether a field, by its path or that of a computed column, is as if it had no value. */
    boolean hides(String path);

    /** What a text is shown as, whatever it says; null if it is shown as it is. */
    @Nullable String mask(String path);

    /** The record without what is not shown. */
    E shown(E row);
  }

  /** A named query's two implementations. */
  record QueryAdapters<Q>(
      Function<io.crmkit.core.spi.storage.SqlRead, Q> sql,
      Function<io.crmkit.core.spi.storage.MemoryRead, Q> memory) {}
}

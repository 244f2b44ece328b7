package io.crmkit.core.kernel.memory;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.criteria.RecordMatcher;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.storage.MemoryRead;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A transaction in memory: its own writes over a snapshot of what is committed. */
final class MemoryTx implements StorageTx {

  private record NameLock(String tenant, String scope, String name) {}

  private record RowLock(EntityModel<?> model, RowKey key) {}

  private final MemoryStorage storage;
  private final OwnWrites writes = new OwnWrites();

  /** Until it is renewed for the first time it holds everything that there ever was. */
  private volatile long snapshot;

  MemoryTx(MemoryStorage storage) {
    this.storage = storage;
  }

  long snapshot() {
    return snapshot;
  }

  /** Sees from now on what is committed now. */
  void renewSnapshot() {
    snapshot = storage.committed();
  }

  @Override
  public <E> @Nullable E load(EntityModel<E> model, TenantId tenant, UUID id) {
    return row(model, new RowKey(tenant.value(), id));
  }

  @Override
  public <E> List<E> loadAll(EntityModel<E> model, TenantId tenant, Collection<UUID> ids) {
    List<E> found = new ArrayList<>();
    for (UUID id : new TreeSet<>(ids)) {
      E row = load(model, tenant, id);
      if (row != null) {
        found.add(row);
      }
    }
    return found;
  }

  @Override
  public <E> List<E> path(EntityModel<E> model, TenantId tenant, UUID id, Column parent) {
    return new WayUp<E>(above -> load(model, tenant, above), parent).from(id);
  }

  @Override
  public <E> List<E> select(EntityModel<E> model, TenantId tenant, Selection<E> selection) {
    Predicate<E> where = matcher(tenant).compile(model, selection.where());
    SortedIndex.Use use = SortedIndex.serving(storage.table(model).sorted(), model, selection);
    if (use != null) {
      return new SortedRows<>(model, selection, where)
          .merged(committed(model, tenant, selection, use), own(model, tenant));
    }
    Stream<E> rows = rows(model, tenant, selection.where()).filter(where);
    if (selection.orderBy().isEmpty()) {
      PageKey after = selection.after();
      if (after != null) {
        RowOrder<E> order = new RowOrder<>(model, List.of());
        rows = rows.filter(r -> order.isAfter(r, after));
      }
    } else {
      RowOrder<E> order = new RowOrder<>(model, selection.orderBy());
      PageKey after = selection.after();
      rows = rows.filter(r -> after == null || order.isAfter(r, after)).sorted(order);
    }
    return selection.limit() == 0 ? rows.toList() : rows.limit(selection.limit()).toList();
  }

  @Override
  public <E> long count(EntityModel<E> model, TenantId tenant, Criteria<E> where) {
    return rows(model, tenant, where).filter(matcher(tenant).compile(model, where)).count();
  }

  @Override
  public <E> void insert(EntityModel<E> model, TenantId tenant, E row) {
    RowKey key = new RowKey(tenant.value(), model.idOf(row));
    lockRow(model, key);
    if (latest(model, key) != null) {
      throw new Conflict("there is already a " + model.name() + " " + key.id());
    }
    writes.put(model, key, row);
  }

  @Override
  public <E> void update(EntityModel<E> model, TenantId tenant, E before, E after) {
    writes.put(model, checkedKey(model, tenant, before), after);
  }

  @Override
  public <E> void delete(EntityModel<E> model, TenantId tenant, E row) {
    writes.put(model, checkedKey(model, tenant, row), null);
  }

  /** Tables have an index of their own. */
  @Override
  public boolean indexesCustomValues() {
    return false;
  }

  @Override
  public void lock(EntityModel<?> model, TenantId tenant, List<UUID> ids) {
    ids.forEach(id -> lockRow(model, new RowKey(tenant.value(), id)));
    renewSnapshot();
  }

  @Override
  public <E> List<E> claim(EntityModel<E> model, TenantId tenant, Collection<UUID> ids) {
    List<E> claimed = new ArrayList<>();
    TreeSet<UUID> ordered = new TreeSet<>(DbType::unsigned);
    ordered.addAll(ids);
    for (UUID id : ordered) {
      RowKey key = new RowKey(tenant.value(), id);
      if (storage.locks().tryLock(this, new RowLock(model, key))) {
        E row = latest(model, key);
        if (row != null) {
          claimed.add(row);
        }
      }
    }
    renewSnapshot();
    return claimed;
  }

  @Override
  public <E> void put(EntityModel<E> model, TenantId tenant, E row) {
    RowKey key = new RowKey(tenant.value(), model.idOf(row));
    lockRow(model, key);
    writes.put(model, key, row);
  }

  @Override
  public void lockNames(TenantId tenant, String scope, List<String> names) {
    names.forEach(n -> storage.locks().lock(this, new NameLock(tenant.value(), scope, n)));
    renewSnapshot();
  }

  @Override
  public void lockNamesAhead(TenantId tenant, String scope, List<String> names) {
    lockNames(tenant, scope, names);
  }

  @Override
  public List<TenantId> tenantsWithNames(LocalDate before) {
    return List.of();
  }

  /** Nothing is kept of a name when its lock is released. */
  @Override
  public int forgetNames(TenantId tenant, LocalDate before, int most) {
    return 0;
  }

  @Override
  public <E> List<TenantId> tenantsWith(EntityModel<E> model, Criteria<E> where) {
    return tenants(model).stream()
        .map(TenantId::new)
        .filter(tenant -> count(model, tenant, where) > 0)
        .toList();
  }

  @Override
  public <E> List<Group> groups(EntityModel<E> model, Grouping<E> by, Criteria<E> where) {
    List<Column> keys = by.keys().stream().map(k -> model.column(k.path())).toList();
    Column oldest = model.column(by.oldest().path());
    TenantId only = by.tenant();
    List<Group> groups = new ArrayList<>();
    for (String tenant : only == null ? tenants(model) : List.of(only.value())) {
      TenantId id = new TenantId(tenant);
      Map<List<String>, List<Instant>> found = new LinkedHashMap<>();
      Selection<E> all = new Selection<>(where, List.of(by.oldest().ascending()), 0, null);
      for (E row : select(model, id, all)) {
        List<String> values = keys.stream().map(k -> String.valueOf(k.valueOf(row))).toList();
        found
            .computeIfAbsent(values, v -> new ArrayList<>())
            .add((Instant) Objects.requireNonNull(oldest.valueOf(row)));
      }
      found.forEach((v, times) -> groups.add(new Group(id, v, times.size(), times.get(0))));
    }
    return groups;
  }

  private Collection<String> tenants(EntityModel<?> model) {
    Set<String> tenants = new TreeSet<>();
    writes.of(model).keySet().forEach(k -> tenants.add(k.tenant()));
    MemoryTable table = storage.table(model);
    if (table.sorted().isEmpty()) {
      table.keys().forEach(k -> tenants.add(k.tenant()));
      return tenants;
    }
    SortedIndex index = table.sorted().get(0);
    for (String t = index.tenantAfter(null); t != null; t = index.tenantAfter(t)) {
      tenants.add(t);
    }
    return tenants;
  }

  @Override
  public <Q> Q queries(QueryAdapters<Q> adapters, TenantId tenant, Cut cut) {
    return adapters
        .memory()
        .apply(
            new MemoryRead() {
              @Override
              public <E> Stream<E> rows(Entity<E> entity) {
                EntityModel<E> model = storage.models().of(entity);
                Cover<E> cover = cut.cover(entity);
                Stream<E> rows = select(model, tenant, Selection.all(cut.of(entity))).stream();
                return cover == null ? rows : rows.map(cover::shown);
              }
            });
  }

  @Override
  public void flush() {
    // Writes are visible to this transaction at once.
  }

  @Override
  public Savepoint savepoint() {
    renewSnapshot();
    return savepointForReads();
  }

  @Override
  public MovingSavepoint savepointForReads() {
    return writes.mark();
  }

  @Override
  public int longest(String table, Column column) {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean readOnly() {
    return false;
  }

  @Override
  public @Nullable Connection connection() {
    return null;
  }

  @Override
  public void commit() {
    storage.commit(this, writes.all());
  }

  @Override
  public void rollback() {
    storage.ended(this);
  }

  private RecordMatcher matcher(TenantId tenant) {
    return new RecordMatcher(storage.models(), new MemoryLookup(this, tenant));
  }

  /** Committed rows in the order of the index, but for those that this transaction has written. */
  private <E> Stream<E> committed(
      EntityModel<E> model, TenantId tenant, Selection<E> selection, SortedIndex.Use use) {
    SortedIndex index = use.index();
    Map<RowKey, @Nullable Object> own = writes.of(model);
    return index
        .entries(tenant.value(), use, selection)
        .mapMulti(
            (entry, rows) -> {
              RowKey key = new RowKey(tenant.value(), Objects.requireNonNull(entry.id()));
              E row = own.containsKey(key) ? null : row(model, key);
              if (row != null && index.isAt(entry, row)) {
                rows.accept(row);
              }
            });
  }

  /** The rows of the tenant that this transaction has written. */
  private <E> Stream<E> own(EntityModel<E> model, TenantId tenant) {
    return writes.of(model, tenant).keySet().stream()
        .mapMulti(
            (key, rows) -> {
              E row = row(model, key);
              if (row != null) {
                rows.accept(row);
              }
            });
  }

  /** Rows in the order of ids that can match: by an index where one serves, else all. */
  private <E> Stream<E> rows(EntityModel<E> model, TenantId tenant, Criteria<E> where) {
    Map<RowKey, @Nullable Object> own = writes.of(model, tenant);
    List<UUID> candidates = candidates(model, tenant, where);
    Collection<RowKey> keys;
    if (candidates != null) {
      Set<RowKey> some = new TreeSet<>(own.keySet());
      candidates.forEach(id -> some.add(new RowKey(tenant.value(), id)));
      keys = some;
    } else if (own.isEmpty()) {
      keys = storage.table(model).ofTenant(tenant.value()).keySet();
    } else {
      Set<RowKey> all = new TreeSet<>(own.keySet());
      all.addAll(storage.table(model).ofTenant(tenant.value()).keySet());
      keys = all;
    }
    return keys.stream().map(k -> this.<E>row(model, k)).filter(r -> r != null).map(r -> r);
  }

  private <E> @Nullable List<UUID> candidates(
      EntityModel<E> model, TenantId tenant, Criteria<E> where) {
    if (where instanceof Criteria.In<E, ?> in) {
      if (in.attribute().path().equals("id")) {
        Column id = model.column("id");
        return in.values().stream().map(v -> (UUID) id.codec().encode(id.path(), v)).toList();
      }
      Column column = model.column(in.attribute());
      List<Object> values = new ArrayList<>(in.values().size());
      in.values().forEach(v -> values.add(column.codec().encode(column.path(), v)));
      return storage.table(model).candidates(column, tenant.value(), values);
    }
    if (where instanceof Criteria.And<E> and) {
      for (Criteria<E> part : and.all()) {
        List<UUID> found = candidates(model, tenant, part);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private <E> @Nullable E row(EntityModel<E> model, RowKey key) {
    Map<RowKey, @Nullable Object> own = writes.of(model);
    if (own.containsKey(key)) {
      return (E) own.get(key);
    }
    Chain chain = storage.table(model).chain(key);
    return chain == null ? null : (E) chain.asOf(snapshot);
  }

  /** The row as it will be found at commit, which a lock on it keeps so. */
  @SuppressWarnings("unchecked")
  private <E> @Nullable E latest(EntityModel<E> model, RowKey key) {
    Map<RowKey, @Nullable Object> own = writes.of(model);
    if (own.containsKey(key)) {
      return (E) own.get(key);
    }
    Chain chain = storage.table(model).chain(key);
    return chain == null ? null : (E) chain.latest();
  }

  private <E> RowKey checkedKey(EntityModel<E> model, TenantId tenant, E before) {
    RowKey key = new RowKey(tenant.value(), model.idOf(before));
    lockRow(model, key);
    E current = latest(model, key);
    long expected = model.versionOf(before);
    if (current == null || model.versionOf(current) != expected) {
      Long found = current == null ? null : model.versionOf(current);
      throw new StaleVersion(model.refOf(before), expected, found);
    }
    return key;
  }

  private void lockRow(EntityModel<?> model, RowKey key) {
    storage.locks().lock(this, new RowLock(model, key));
  }
}

package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.sql.Conversation.Ahead;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction on one connection: what is asked of it, as statements. */
final class SqlTx implements StorageTx {

  /** Who ends the transaction. */
  enum Owner {
    /** The kernel, which has begun it. */
    KERNEL,
    /** The kernel, which reads without a transaction. */
    READER,
    /** The host. */
    HOST
  }

  private static final Logger LOG = LoggerFactory.getLogger(SqlTx.class);
  private static final String ALIAS = "r";
  private static final int MAX_IDS = 500;

  private final SqlStorage storage;
  private final Connection connection;
  private final Owner owner;
  private final boolean autoCommitBefore;
  private final SqlFaults faults;
  private final Conversation conversation;
  private final RowWriter writer;
  private final RowReader reader;

  /** What is known of the isolation since the first lock: how to read what comes after it. */
  private boolean readingSettled;

  private SqlTx(SqlStorage storage, Connection connection, Owner owner, boolean autoCommitBefore) {
    this.storage = storage;
    this.connection = connection;
    this.owner = owner;
    this.autoCommitBefore = autoCommitBefore;
    this.faults = new SqlFaults(storage);
    this.conversation =
        new Conversation(storage, connection, faults, guard(storage.dialect(), owner));
    this.writer = new RowWriter(storage, conversation::write);
    this.reader = new RowReader(storage, conversation);
  }

  /** Begins one of the kernel's own; it leaves the connection as it was. */
  static SqlTx begin(SqlStorage storage, Connection connection) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    storage.prepare(connection);
    return new SqlTx(storage, connection, Owner.KERNEL, autoCommit);
  }

  /**
   * Begins what only reads: each statement by itself, which spares the end of a transaction its
   * round trip, if the pool hands its connections out that way.
   */
  static SqlTx beginReading(SqlStorage storage, Connection connection) throws SQLException {
    return connection.getAutoCommit()
        ? new SqlTx(storage, connection, Owner.READER, true)
        : begin(storage, connection);
  }

  /** Works in the host's. */
  static SqlTx join(SqlStorage storage, Connection connection) {
    return new SqlTx(storage, connection, Owner.HOST, false);
  }

  private static Marks.Guard guard(Dialect dialect, Owner owner) {
    if (!dialect.failureAbortsTransaction() || owner == Owner.READER) {
      return Marks.Guard.NONE;
    }
    return owner == Owner.KERNEL ? Marks.Guard.RESTART : Marks.Guard.SAVEPOINT;
  }

  @Override
  public <E> @Nullable E load(EntityModel<E> model, TenantId tenant, UUID id) {
    return reader.load(ahead(model), model, tenant, id);
  }

  @Override
  public <E> List<E> loadAll(EntityModel<E> model, TenantId tenant, Collection<UUID> ids) {
    List<E> found = new ArrayList<>();
    for (List<UUID> chunk : chunks(new ArrayList<>(new TreeSet<>(ids)))) {
      IdList list = IdList.of(storage.dialect(), chunk);
      String sql =
          storage.statements(model).select() + " where " + list.condition("") + reader.readEnd();
      Call rows = Call.read(sql, list.binds(tenant.value()), row -> {});
      found.addAll(reader.read(ahead(model), model, tenant, rows));
    }
    return found;
  }

  @Override
  public <E> List<E> path(EntityModel<E> model, TenantId tenant, UUID id, Column parent) {
    return new PathReader(storage, reader).path(ahead(model), model, tenant, id, parent);
  }

  @Override
  public <E> List<E> select(EntityModel<E> model, TenantId tenant, Selection<E> given) {
    Selection<E> selection =
        given.where(new CustomIds(storage, reader).narrowed(model, tenant, given.where()));
    Ahead ahead = looksElsewhere(selection.where()) ? Ahead.WRITES : ahead(model);
    EntitySql.WholeSql whole =
        CustomSql.sorts(selection.orderBy()) ? null : storage.statements(model).whole();
    SqlText sql = new SqlText(reader.readEnd());
    if (whole == null) {
      sql.add(storage.statements(model).selectAs());
      selected(sql, model, tenant, selection);
      return reader.read(ahead, model, tenant, Call.read(sql.text(), sql.binds(), row -> {}));
    }
    sql.add("select ").add(whole.columns()).add(" from (").add(whole.rows());
    selected(sql, model, tenant, selection);
    sql.add(") w").bindAs(whole.join(), tenant.value()).add(" order by ");
    criteria(tenant, sql).orderBy(model, "w", selection.orderBy());
    sql.add(", p.pos").endRead();
    return reader.readWhole(ahead, model, sql.text(), sql.binds());
  }

  private <E> void selected(
      SqlText sql, EntityModel<E> model, TenantId tenant, Selection<E> selection) {
    SqlCriteria criteria = criteria(tenant, sql);
    sql.add(" where ");
    criteria.where(model, ALIAS, selection.where());
    if (selection.after() != null) {
      sql.add(" and ");
      criteria.after(model, ALIAS, selection.orderBy(), selection.after());
    }
    sql.add(" order by ");
    criteria.orderBy(model, ALIAS, selection.orderBy());
    if (selection.limit() > 0) {
      sql.add(" limit ").bind(selection.limit());
    }
    sql.endRead();
  }

  @Override
  public <E> long count(EntityModel<E> model, TenantId tenant, Criteria<E> where) {
    Criteria<E> narrowed = new CustomIds(storage, reader).narrowed(model, tenant, where);
    SqlText sql = new SqlText(reader.readEnd());
    sql.add("select count(*) from ").add(model.table()).add(" ").add(ALIAS).add(" where ");
    criteria(tenant, sql).where(model, ALIAS, narrowed);
    sql.endRead();
    List<@Nullable Object> count =
        reader.scalars(Ahead.WRITES, sql.text(), sql.binds(), DbType.LONG);
    return (Long) Objects.requireNonNull(count.get(0));
  }

  @Override
  public <E> Map<Object, Long> countBy(
      EntityModel<E> model, TenantId tenant, Criteria<E> where, Column column) {
    Criteria<E> narrowed = new CustomIds(storage, reader).narrowed(model, tenant, where);
    String name = ALIAS + "." + column.name();
    SqlText sql = new SqlText(reader.readEnd());
    sql.add("select ").add(name).add(", count(*) from ").add(model.table()).add(" ").add(ALIAS);
    sql.add(" where ");
    criteria(tenant, sql).where(model, ALIAS, narrowed);
    sql.add(" and ").add(name).add(" is not null group by ").add(name);
    return reader.counts(Ahead.WRITES, sql, column.type());
  }

  @Override
  public <E> void insert(EntityModel<E> model, TenantId tenant, E row) {
    writer.insert(model, tenant, row);
  }

  @Override
  public <E> void update(EntityModel<E> model, TenantId tenant, E before, E after) {
    writer.update(model, tenant, before, after);
  }

  @Override
  public <E> void delete(EntityModel<E> model, TenantId tenant, E row) {
    writer.delete(model, tenant, row);
  }

  @Override
  public void lock(EntityModel<?> model, TenantId tenant, List<UUID> ids) {
    for (List<UUID> chunk : chunks(ids)) {
      IdList list = IdList.of(storage.dialect(), chunk);
      reader.scalars(
          Ahead.ALL,
          "select id from "
              + model.table()
              + " where "
              + list.condition("")
              + " order by id for update",
          list.binds(tenant.value()),
          DbType.UUID_);
    }
    readBehindLock();
  }

  @Override
  public <E> List<E> claim(EntityModel<E> model, TenantId tenant, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    IdList list = IdList.of(storage.dialect(), List.copyOf(new TreeSet<>(ids)));
    String sql =
        storage.statements(model).select()
            + " where "
            + list.condition("")
            + " order by id for update skip locked";
    Call rows = Call.read(sql, list.binds(tenant.value()), row -> {});
    List<E> claimed = reader.read(Ahead.ALL, model, tenant, rows);
    readBehindLock();
    return claimed;
  }

  @Override
  public <E> void put(EntityModel<E> model, TenantId tenant, E row) {
    writer.put(model, tenant, row);
  }

  @Override
  public boolean indexesCustomValues() {
    return true;
  }

  @Override
  public void lockNames(TenantId tenant, String scope, List<String> names) {
    lockNamesAhead(tenant, scope, names);
    conversation.send(Ahead.SAVEPOINTS, List.of());
  }

  @Override
  public void lockNamesAhead(TenantId tenant, String scope, List<String> names) {
    for (String name : names) {
      conversation.lockAhead(storage.lockOf(tenant, scope, name));
    }
    readBehindLock();
  }

  /**
   * What a lock's last holder left is decisive from now on. A host's transaction may read from a
   * snapshot that is older than that: then rows are read with a lock of their own, which always
   * finds what was committed last. The kernel's own transactions have no such snapshot.
   */
  private void readBehindLock() {
    if (readingSettled || owner != Owner.HOST || storage.dialect().lockingRead().isEmpty()) {
      return;
    }
    try {
      if (storage.dialect().readsBehindLocks(connection.getTransactionIsolation())) {
        reader.endReadsWith(storage.dialect().lockingRead());
      }
      readingSettled = true;
    } catch (SQLException e) {
      throw faults.translated(e);
    }
  }

  @Override
  public List<TenantId> tenantsWithNames(LocalDate before) {
    try {
      return new NameSweep(connection, storage.lockTable()).tenants(before);
    } catch (SQLException e) {
      throw faults.translated(e);
    }
  }

  @Override
  public int forgetNames(TenantId tenant, LocalDate before, int most) {
    conversation.send(Ahead.SAVEPOINTS, List.of());
    try {
      return new NameSweep(connection, storage.lockTable()).forget(tenant, before, most);
    } catch (SQLException e) {
      throw faults.translated(e);
    }
  }

  @Override
  public <E> List<TenantId> tenantsWith(EntityModel<E> model, Criteria<E> where) {
    SqlText sql = new SqlText();
    sql.add("select distinct ").add(ALIAS).add(".tenant_id from ").add(model.table());
    sql.add(" ").add(ALIAS).add(" where ");
    criteria(new TenantId("-"), sql).whereAnyTenant(model, ALIAS, where);
    return reader.scalars(Ahead.WRITES, sql.text(), sql.binds(), DbType.TEXT).stream()
        .map(t -> new TenantId((String) Objects.requireNonNull(t)))
        .toList();
  }

  @Override
  public <E> List<Group> groups(EntityModel<E> model, Grouping<E> by, Criteria<E> where) {
    SqlText sql = new SqlText();
    List<String> keys = by.keys().stream().map(k -> ALIAS + "." + nameOf(model, k)).toList();
    sql.add("select ").add(ALIAS).add(".tenant_id, ");
    keys.forEach(k -> sql.add(k).add(", "));
    sql.add("count(*), min(").add(ALIAS).add(".").add(nameOf(model, by.oldest())).add(") from ");
    sql.add(model.table()).add(" ").add(ALIAS).add(" where ");
    TenantId tenant = by.tenant();
    if (tenant == null) {
      criteria(new TenantId("-"), sql).whereAnyTenant(model, ALIAS, where);
    } else {
      criteria(tenant, sql).where(model, ALIAS, where);
    }
    sql.add(" group by ").add(ALIAS).add(".tenant_id");
    keys.forEach(k -> sql.add(", ").add(k));
    return reader.groups(Ahead.WRITES, sql, keys.size());
  }

  private static String nameOf(EntityModel<?> model, Attribute<?, ?> attribute) {
    return model.column(attribute.path()).name();
  }

  @Override
  public <Q> Q queries(QueryAdapters<Q> adapters, TenantId tenant, Cut cut) {
    return adapters.sql().apply(new CutTables(storage, tenant, cut, this));
  }

  /** Whether rows are read with a lock, see {@link Dialect#lockingRead}. */
  boolean readsWithLock() {
    return !reader.readEnd().isEmpty();
  }

  /**
   * Whether trees are better read level by level, and can be as of one moment, see {@link
   * #asOfOneMoment}.
   */
  boolean readsByLevel() {
    return owner == Owner.READER && storage.dialect().plansRecursionAnew();
  }

  /** Several statements that see the same rows, whatever others commit meanwhile. */
  <R> R asOfOneMoment(Supplier<R> reads) {
    try {
      int isolation = connection.getTransactionIsolation();
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try {
        return reads.get();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(isolation);
      }
    } catch (SQLException e) {
      throw faults.translated(e);
    }
  }

  /** For a named query, which brings its own text. */
  DSLContext jooq() {
    conversation.send(readsWithLock() ? Ahead.ALL : Ahead.WRITES, List.of());
    conversation.beforeForeignRead();
    return storage.jooq(connection);
  }

  SqlFaults faults() {
    return faults;
  }

  @Override
  public void flush() {
    conversation.send(Ahead.WRITES, List.of());
  }

  @Override
  public Savepoint savepoint() {
    return conversation.marks().mark();
  }

  @Override
  public MovingSavepoint savepointForReads() {
    return conversation.marks().markForReads();
  }

  @Override
  public int longest(String table, Column column) {
    return storage.limits().of(table, column);
  }

  @Override
  public boolean readOnly() {
    try {
      return connection.isReadOnly();
    } catch (SQLException e) {
      throw faults.translated(e);
    }
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void commit() {
    if (owner != Owner.KERNEL || !conversation.sendAndCommit()) {
      flush();
    }
    if (owner == Owner.KERNEL) {
      try {
        // Tells the driver, and a pool, what was sent already, or sends it.
        connection.commit();
      } catch (SQLException e) {
        throw SqlFault.of(e).withCommit(e);
      }
      close();
    }
  }

  @Override
  public void rollback() {
    conversation.truncate(0);
    if (owner == Owner.HOST) {
      return;
    }
    try {
      if (owner == Owner.KERNEL) {
        connection.rollback();
      }
      close();
    } catch (SQLException e) {
      LOG.debug("a connection that cannot roll back is given up", e);
      storage.connections().giveUp(connection, SqlFault.of(e));
    }
  }

  private void close() {
    try {
      if (owner == Owner.KERNEL) {
        if (autoCommitBefore) {
          connection.setAutoCommit(true);
        }
        storage.restoreIsolation(connection);
      }
      connection.close();
    } catch (SQLException e) {
      LOG.debug("a connection that cannot be given back is given up", e);
      storage.connections().giveUp(connection, SqlFault.of(e));
    }
  }

  /** What must be sent before rows of this entity are read. */
  private Ahead ahead(EntityModel<?> model) {
    if (conversation.writes(storage.statements(model).places())) {
      return Ahead.WRITES;
    }
    return readsWithLock() ? Ahead.SAVEPOINTS : Ahead.LOCKS;
  }

  private static boolean looksElsewhere(Criteria<?> criteria) {
    if (criteria instanceof Criteria.And<?> and) {
      return and.all().stream().anyMatch(SqlTx::looksElsewhere);
    } else if (criteria instanceof Criteria.Or<?> or) {
      return or.any().stream().anyMatch(SqlTx::looksElsewhere);
    } else if (criteria instanceof Criteria.Not<?> not) {
      return looksElsewhere(not.of());
    }
    return criteria instanceof Criteria.Ref<?, ?> || criteria instanceof Criteria.Having<?, ?>;
  }

  private SqlCriteria criteria(TenantId tenant, SqlText sql) {
    return new SqlCriteria(storage.models(), tenant, storage.dialect(), sql);
  }

  private static List<List<UUID>> chunks(List<UUID> ids) {
    List<List<UUID>> chunks = new ArrayList<>();
    for (int i = 0; i < ids.size(); i += MAX_IDS) {
      chunks.add(ids.subList(i, Math.min(ids.size(), i + MAX_IDS)));
    }
    return chunks;
  }
}

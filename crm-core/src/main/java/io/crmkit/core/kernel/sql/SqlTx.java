package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.kernel.sql.EntitySql.PartSql;
import io.crmkit.core.kernel.sql.PendingWrites.Guarded;
import io.crmkit.core.kernel.sql.PendingWrites.Write;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction on one connection. */
final class SqlTx implements StorageTx {

  /** Who ends the transaction. */
  enum Owner {
    KERNEL,
    HOST
  }

  private static final Logger LOG = LoggerFactory.getLogger(SqlTx.class);
  private static final String ALIAS = "r";
  private static final int MAX_IDS = 500;

  private final SqlStorage storage;
  private final Connection connection;
  private final Owner owner;
  private final PendingWrites pending = new PendingWrites();
  private final SqlFaults faults;
  private final Marks marks;
  private final RowReader reader;
  private final boolean restoresAutoCommit;

  private SqlTx(
      SqlStorage storage, Connection connection, Owner owner, boolean restoresAutoCommit) {
    this.storage = storage;
    this.connection = connection;
    this.owner = owner;
    this.restoresAutoCommit = restoresAutoCommit;
    this.faults = new SqlFaults(storage);
    this.marks = new Marks(connection, faults, pending, guard(storage.dialect(), owner));
    this.reader = new RowReader(storage, connection, marks, faults);
  }

  /** Begins one of the kernel's own; it leaves the connection as it was. */
  static SqlTx begin(SqlStorage storage, Connection connection) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    if (autoCommit) {
      connection.setAutoCommit(false);
    }
    return new SqlTx(storage, connection, Owner.KERNEL, autoCommit);
  }

  /** Works in the host's. */
  static SqlTx join(SqlStorage storage, Connection connection) {
    return new SqlTx(storage, connection, Owner.HOST, false);
  }

  private static Marks.Guard guard(Dialect dialect, Owner owner) {
    if (!dialect.failureAbortsTransaction()) {
      return Marks.Guard.NONE;
    }
    return owner == Owner.KERNEL ? Marks.Guard.RESTART : Marks.Guard.SAVEPOINT;
  }

  @Override
  public <E> @Nullable E load(EntityModel<E> model, TenantId tenant, UUID id) {
    flushIfPending(model);
    List<E> rows =
        reader.read(model, tenant, storage.statements(model).load(), List.of(tenant.value(), id));
    return rows.isEmpty() ? null : rows.get(0);
  }

  @Override
  public <E> List<E> loadAll(EntityModel<E> model, TenantId tenant, Collection<UUID> ids) {
    flushIfPending(model);
    List<E> found = new ArrayList<>();
    for (List<UUID> chunk : chunks(new ArrayList<>(new TreeSet<>(ids)))) {
      List<Object> values = new ArrayList<>(List.of(tenant.value()));
      values.addAll(chunk);
      String sql =
          storage.statements(model).select()
              + " where tenant_id = ? and id in ("
              + EntitySql.questionMarks(chunk.size())
              + ")";
      found.addAll(reader.read(model, tenant, sql, values));
    }
    return found;
  }

  @Override
  public <E> List<E> select(EntityModel<E> model, TenantId tenant, Selection<E> selection) {
    SqlText sql = new SqlText();
    SqlCriteria criteria = criteria(tenant, sql);
    sql.add(storage.statements(model).selectAs()).add(" where ");
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
    if (looksElsewhere(selection.where())) {
      flush();
    } else {
      flushIfPending(model);
    }
    return reader.read(model, tenant, sql.text(), sql.binds());
  }

  @Override
  public <E> long count(EntityModel<E> model, TenantId tenant, Criteria<E> where) {
    SqlText sql = new SqlText();
    sql.add("select count(*) from ").add(model.table()).add(" ").add(ALIAS).add(" where ");
    criteria(tenant, sql).where(model, ALIAS, where);
    flush();
    return (Long) Objects.requireNonNull(reader.scalars(sql, DbType.LONG).get(0));
  }

  @Override
  public <E> void insert(EntityModel<E> model, TenantId tenant, E row) {
    EntitySql sql = storage.statements(model);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(tenant.value());
    values.addAll(written(model, row));
    int order = storage.models().orderOf(model.table());
    pending.add(new Write(sql.insert(), values.toArray(), order, false, null));
    for (int i = 0; i < model.parts().size(); i++) {
      PartModel part = model.parts().get(i);
      int position = 0;
      for (Object p : part.of(row)) {
        insertPart(part, sql.parts().get(i), tenant, model.idOf(row), p, position++);
      }
    }
  }

  @Override
  public <E> void update(EntityModel<E> model, TenantId tenant, E before, E after) {
    EntitySql sql = storage.statements(model);
    List<@Nullable Object> values = new ArrayList<>(written(model, after));
    values.remove(idPosition(model));
    UUID id = model.idOf(after);
    values.addAll(List.of(tenant.value(), id, model.versionOf(before)));
    Guarded guarded = new Guarded(model.refOf(before), model.versionOf(before));
    int order = storage.models().orderOf(model.table());
    pending.add(new Write(sql.update(), values.toArray(), order, false, guarded));
    for (int i = 0; i < model.parts().size(); i++) {
      PartModel part = model.parts().get(i);
      updateParts(part, sql.parts().get(i), tenant, id, part.of(before), part.of(after));
    }
  }

  @Override
  public <E> void delete(EntityModel<E> model, TenantId tenant, E row) {
    EntitySql sql = storage.statements(model);
    UUID id = model.idOf(row);
    for (int i = 0; i < model.parts().size(); i++) {
      if (!model.parts().get(i).of(row).isEmpty()) {
        deleteParts(model.parts().get(i), sql.parts().get(i), tenant, id, 0);
      }
    }
    Guarded guarded = new Guarded(model.refOf(row), model.versionOf(row));
    Object[] values = {tenant.value(), id, model.versionOf(row)};
    int order = storage.models().orderOf(model.table());
    pending.add(new Write(sql.delete(), values, order, true, guarded));
  }

  @Override
  public void lock(EntityModel<?> model, TenantId tenant, List<UUID> ids) {
    flushToLock();
    for (List<UUID> chunk : chunks(ids)) {
      List<Object> values = new ArrayList<>(List.of(tenant.value()));
      values.addAll(chunk);
      reader.scalars(
          "select id from "
              + model.table()
              + " where tenant_id = ? and id in ("
              + EntitySql.questionMarks(chunk.size())
              + ") order by id for update",
          values,
          DbType.UUID_);
    }
  }

  @Override
  public boolean tryLock(EntityModel<?> model, TenantId tenant, UUID id) {
    flushToLock();
    String sql =
        "select id from "
            + model.table()
            + " where tenant_id = ? and id = ? for update skip locked";
    return !reader.scalars(sql, List.of(tenant.value(), id), DbType.UUID_).isEmpty();
  }

  @Override
  public void lockNames(TenantId tenant, String scope, List<String> names) {
    marks.realize();
    try (PreparedStatement statement = connection.prepareStatement(storage.dialect().lockName())) {
      for (String name : names) {
        statement.setString(1, tenant.value());
        statement.setString(2, scope);
        statement.setString(3, hashed(name));
        statement.addBatch();
      }
      statement.executeBatch();
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
    flush();
    return reader.scalars(sql, DbType.TEXT).stream()
        .map(t -> new TenantId((String) Objects.requireNonNull(t)))
        .toList();
  }

  @Override
  public <Q> Q queries(QueryAdapters<Q> adapters, TenantId tenant, Cut cut) {
    return adapters.sql().apply(new CutTables(storage, tenant, cut, this));
  }

  /** For a named query, which brings its own text. */
  DSLContext jooq() {
    flush();
    marks.beforeForeignRead();
    return storage.jooq(connection);
  }

  SqlFaults faults() {
    return faults;
  }

  @Override
  public void flush() {
    if (pending.size() > 0) {
      flushToLock();
    }
  }

  /** As {@link #flush}, and sets the savepoints, since a lock may fail. */
  private void flushToLock() {
    marks.realize();
    try {
      pending.send(connection, pending.size());
    } catch (SQLException e) {
      throw faults.translated(e);
    }
  }

  @Override
  public Savepoint savepoint() {
    return marks.mark();
  }

  @Override
  public MovingSavepoint savepointForReads() {
    return marks.markForReads();
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
    flush();
    faults.requireTransaction();
    if (owner == Owner.KERNEL) {
      try {
        connection.commit();
      } catch (SQLException e) {
        throw SqlFault.of(e).withCommit(e);
      }
      close();
    }
  }

  @Override
  public void rollback() {
    pending.truncate(0);
    if (owner == Owner.KERNEL) {
      try {
        connection.rollback();
        close();
      } catch (SQLException e) {
        LOG.debug("a connection that cannot roll back is given up", e);
        storage.connections().giveUp(connection, SqlFault.of(e));
      }
    }
  }

  private void close() {
    try {
      if (restoresAutoCommit) {
        connection.setAutoCommit(true);
      }
      connection.close();
    } catch (SQLException e) {
      LOG.debug("a connection that cannot be given back is given up", e);
      storage.connections().giveUp(connection, SqlFault.of(e));
    }
  }

  private void flushIfPending(EntityModel<?> model) {
    if (pending.touches(storage.models().tablesOf(model))) {
      flush();
    }
  }

  private static boolean looksElsewhere(Criteria<?> criteria) {
    if (criteria instanceof Criteria.And<?> and) {
      return and.all().stream().anyMatch(SqlTx::looksElsewhere);
    } else if (criteria instanceof Criteria.Or<?> or) {
      return or.any().stream().anyMatch(SqlTx::looksElsewhere);
    } else if (criteria instanceof Criteria.Not<?> not) {
      return looksElsewhere(not.of());
    }
    return criteria instanceof Criteria.Ref<?, ?>;
  }

  private <E> List<@Nullable Object> written(EntityModel<E> model, E row) {
    List<@Nullable Object> values = new ArrayList<>();
    @Nullable Object[] own = model.values(row);
    for (int i = 0; i < own.length; i++) {
      values.add(prepared(model.table(), model.columns().get(i), own[i]));
    }
    @Nullable Object[] derived = model.derivedValues(row);
    for (int i = 0; i < derived.length; i++) {
      values.add(prepared(model.table(), model.derived().get(i), derived[i]));
    }
    return values;
  }

  private Object prepared(String table, Column column, @Nullable Object value) {
    if (value == null) {
      return TypedNull.of(column.type());
    }
    storage.limits().check(table, column, value);
    return column.type() == DbType.JSON ? new JsonText((String) value, storage.dialect()) : value;
  }

  private void updateParts(
      PartModel part, PartSql sql, TenantId tenant, UUID owner, List<?> before, List<?> after) {
    for (int i = 0; i < after.size(); i++) {
      if (i >= before.size()) {
        insertPart(part, sql, tenant, owner, after.get(i), i);
      } else if (!after.get(i).equals(before.get(i))) {
        List<@Nullable Object> values = new ArrayList<>(partValues(part, after.get(i), i));
        values.addAll(List.of(tenant.value(), owner, i));
        pending.add(new Write(sql.update(), values.toArray(), orderOf(part), false, null));
      }
    }
    if (after.size() < before.size()) {
      deleteParts(part, sql, tenant, owner, after.size());
    }
  }

  private void insertPart(
      PartModel part, PartSql sql, TenantId tenant, UUID owner, Object value, int position) {
    List<@Nullable Object> values = new ArrayList<>(List.of(tenant.value(), owner, position));
    values.addAll(partValues(part, value, position));
    pending.add(new Write(sql.insert(), values.toArray(), orderOf(part), false, null));
  }

  private void deleteParts(PartModel part, PartSql sql, TenantId tenant, UUID owner, int from) {
    Object[] values = {tenant.value(), owner, from};
    pending.add(new Write(sql.deleteFrom(), values, orderOf(part), true, null));
  }

  private List<@Nullable Object> partValues(PartModel part, Object value, int position) {
    List<@Nullable Object> values = new ArrayList<>();
    @Nullable Object[] own = part.valuesOf(value, position);
    for (int i = 0; i < own.length; i++) {
      values.add(prepared(part.table(), part.columns().get(i), own[i]));
    }
    return values;
  }

  private int orderOf(PartModel part) {
    return storage.models().orderOf(part.table());
  }

  private static int idPosition(EntityModel<?> model) {
    return model.columns().indexOf(model.column("id"));
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

  /** Names of any length and script, as a key that every database holds and compares alike. */
  private static String hashed(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.CrmException;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.sql.Conversation.Ahead;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
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

/** A transaction on one connection: what is asked of it, as statements. */
final class SqlTx implements StorageTx, CutTables.Runner {

  /** Who ends the transaction. */
  enum Owner {
    /** The kernel, which has begun it. */
    KERNEL,
    /** The kernel, which begins it when something else than a read is sent. */
    KERNEL_READING,
    /** The host. */
    HOST
  }

  private static final String ALIAS = "r";
  private static final int MAX_IDS = 500;

  private final SqlStorage storage;
  private final Connection connection;
  private final Owner owner;
  private final Conversation conversation;
  private final RowWriter writer;
  private final RowReader reader;

  /** What is known of the isolation since the first lock: how to read what comes after it. */
  private boolean readingSettled;

  SqlTx(SqlStorage storage, Connection connection, Owner owner) {
    this.storage = storage;
    this.connection = connection;
    this.owner = owner;
    this.conversation = new Conversation(storage, connection, owner);
    this.writer = new RowWriter(storage, conversation::write);
    this.reader = new RowReader(storage, conversation);
  }

  @Override
  public <E> @Nullable E load(EntityModel<E> model, TenantId tenant, UUID id) {
    return reader.load(ahead(model), model, tenant, id);
  }

  @Override
  public <E> List<E> loadAll(EntityModel<E> model, TenantId tenant, Collection<UUID> ids) {
    List<E> found = new ArrayList<>();
    for (List<UUID> chunk : chunks(new ArrayList<>(new TreeSet<>(ids)))) {
      IdList list = IdList.of(chunk);
      String sql =
          storage.statements(model).select()
              + " where tenant_id = ? and id "
              + list.condition()
              + reader.readEnd();
      Call rows = Call.read(sql, list.after(tenant.value()), row -> {});
      found.addAll(reader.read(ahead(model), model, tenant, rows));
    }
    return found;
  }

  @Override
  public <E> List<E> select(EntityModel<E> model, TenantId tenant, Selection<E> selection) {
    SqlText sql = new SqlText(reader.readEnd());
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
    sql.endRead();
    Ahead ahead = looksElsewhere(selection.where()) ? Ahead.WRITES : ahead(model);
    return reader.read(ahead, model, tenant, Call.read(sql.text(), sql.binds(), row -> {}));
  }

  @Override
  public <E> long count(EntityModel<E> model, TenantId tenant, Criteria<E> where) {
    SqlText sql = new SqlText(reader.readEnd());
    sql.add("select count(*) from ").add(model.table()).add(" ").add(ALIAS).add(" where ");
    criteria(tenant, sql).where(model, ALIAS, where);
    sql.endRead();
    List<@Nullable Object> count =
        reader.scalars(Ahead.WRITES, sql.text(), sql.binds(), DbType.LONG);
    return (Long) Objects.requireNonNull(count.get(0));
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
    conversation.begin();
    for (List<UUID> chunk : chunks(ids)) {
      IdList list = IdList.of(chunk);
      reader.scalars(
          Ahead.WRITES,
          "select id from "
              + model.table()
              + " where tenant_id = ? and id "
              + list.condition()
              + " order by id for update",
          list.after(tenant.value()),
          DbType.UUID_);
    }
    readBehindLock();
  }

  @Override
  public boolean tryLock(EntityModel<?> model, TenantId tenant, UUID id) {
    conversation.begin();
    String sql =
        "select id from "
            + model.table()
            + " where tenant_id = ? and id = ? for update skip locked";
    List<Object> binds = List.of(tenant.value(), id);
    boolean taken = !reader.scalars(Ahead.WRITES, sql, binds, DbType.UUID_).isEmpty();
    readBehindLock();
    return taken;
  }

  @Override
  public void lockNames(TenantId tenant, String scope, List<String> names) {
    lockNamesAhead(tenant, scope, names);
    conversation.send(Ahead.SAVEPOINTS, List.of());
  }

  @Override
  public void lockNamesAhead(TenantId tenant, String scope, List<String> names) {
    for (String name : names) {
      conversation.lockAhead(
          Call.write(storage.dialect().lockName(), tenant.value(), scope, hashed(name)));
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
      throw failed(e);
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
  public <Q> Q queries(QueryAdapters<Q> adapters, TenantId tenant, Cut cut) {
    return adapters
        .sql()
        .apply(new CutTables(storage.models(), tenant, storage.dialect(), cut, this));
  }

  @Override
  public boolean readsWithLock() {
    return !reader.readEnd().isEmpty();
  }

  @Override
  public DSLContext jooq() {
    return storage.jooq(connection);
  }

  @Override
  public CrmException failed(SQLException e) {
    return conversation.failed(e);
  }

  @Override
  public void flush() {
    conversation.flush();
  }

  @Override
  public Savepoint savepoint() {
    return conversation.savepoint();
  }

  @Override
  public void commit() {
    flush();
    if (owner != Owner.HOST) {
      try {
        if (conversation.begun()) {
          connection.commit();
        }
      } catch (SQLException e) {
        throw Jdbc.translated(e);
      }
      close();
    }
  }

  @Override
  public void rollback() {
    conversation.forget();
    if (owner != Owner.HOST) {
      try {
        if (conversation.begun()) {
          connection.rollback();
        }
      } catch (SQLException e) {
        throw Jdbc.translated(e);
      } finally {
        close();
      }
    }
  }

  private void close() {
    try {
      if (conversation.begun()) {
        storage.giveBack(connection);
      }
    } catch (SQLException e) {
      // The pool finds out by itself that this connection is broken.
    } finally {
      try {
        connection.close();
      } catch (SQLException e) {
        // Nothing depends on it any more.
      }
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
    return criteria instanceof Criteria.Ref<?, ?>;
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

package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import io.crmkit.api.error.Conflict;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.kernel.storage.StorageTx;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows and their parts: one statement for the rows, one for each list of parts. Somebody may
 * commit a change between two of these statements; parts are therefore read together with the
 * version of their owner, and all is read once more if it is not the version of the row.
 */
final class RowReader {

  private static final int FETCH_SIZE = 1_000;
  private static final int MAX_OWNERS = 500;
  private static final int MAX_ATTEMPTS = 20;

  private final SqlStorage storage;
  private final Connection connection;
  private final Marks marks;
  private final SqlFaults faults;
  private final Jdbc jdbc;
  private String readEnd = "";

  /** The parts of one owner, at the version at which they were read. */
  private record Parts(long version, List<Object> list) {}

  RowReader(SqlStorage storage, Connection connection, Marks marks, SqlFaults faults) {
    this.storage = storage;
    this.connection = connection;
    this.marks = marks;
    this.faults = faults;
    this.jdbc = storage.jdbc();
  }

  /** What each select ends with from now on. */
  void endReadsWith(String clause) {
    readEnd = clause;
  }

  String readEnd() {
    return readEnd;
  }

  /**
   * Rows of a statement that selects the columns of the entity, in order.
   *
   * @param sql already with its end
   * @throws Conflict if rows were changed by others again and again while they were read
   */
  <E> List<E> read(
      EntityModel<E> model, TenantId tenant, String sql, List<? extends @Nullable Object> binds) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      List<E> whole = readOnce(model, tenant, sql, binds);
      if (whole != null) {
        return whole;
      }
    }
    throw new Conflict(model.name() + " was changed again and again while it was read");
  }

  /** Null if a row and its parts are of different versions. */
  private <E> @Nullable List<E> readOnce(
      EntityModel<E> model, TenantId tenant, String sql, List<? extends @Nullable Object> binds) {
    List<Column> columns = model.columns();
    List<@Nullable Object[]> rows = new ArrayList<>();
    query(sql, binds, result -> rows.add(values(result, columns, 0)));
    if (rows.isEmpty()) {
      return List.of();
    }
    int id = columns.indexOf(model.column("id"));
    List<Map<UUID, Parts>> parts = new ArrayList<>();
    for (int i = 0; i < model.parts().size(); i++) {
      String select = storage.statements(model).parts().get(i).select();
      parts.add(parts(model.parts().get(i), select, tenant, owners(rows, id)));
    }
    List<E> built = new ArrayList<>(rows.size());
    for (@Nullable Object[] row : rows) {
      UUID owner = (UUID) Objects.requireNonNull(row[id]);
      List<?>[] lists = new List<?>[parts.size()];
      for (int i = 0; i < lists.length; i++) {
        Parts own = parts.get(i).get(owner);
        if (own == null || !Objects.equals(own.version(), row[model.versionIndex()])) {
          return null;
        }
        lists[i] = own.list();
      }
      built.add(model.build(row, lists));
    }
    return built;
  }

  /** The first column of every row. */
  List<@Nullable Object> scalars(String sql, List<? extends @Nullable Object> binds, DbType type) {
    List<@Nullable Object> values = new ArrayList<>();
    query(sql, binds, result -> values.add(jdbc.read(result, 1, type)));
    return values;
  }

  /** The first column of every row. */
  List<@Nullable Object> scalars(SqlText sql, DbType type) {
    return scalars(sql.text(), sql.binds(), type);
  }

  /** Rows of tenant, so many texts, a count and a moment. */
  List<StorageTx.Group> groups(SqlText sql, int keys) {
    List<StorageTx.Group> groups = new ArrayList<>();
    query(
        sql.text(),
        sql.binds(),
        row -> {
          List<String> values = new ArrayList<>();
          for (int i = 0; i < keys; i++) {
            values.add(row.getString(i + 2));
          }
          Object oldest = jdbc.read(row, keys + 3, DbType.INSTANT);
          groups.add(
              new StorageTx.Group(
                  new TenantId(row.getString(1)),
                  List.copyOf(values),
                  row.getLong(keys + 2),
                  (Instant) Objects.requireNonNull(oldest)));
        });
    return groups;
  }

  private Map<UUID, Parts> parts(
      PartModel part, String select, TenantId tenant, List<UUID> owners) {
    Map<UUID, Parts> byOwner = new HashMap<>();
    for (int i = 0; i < owners.size(); i += MAX_OWNERS) {
      List<UUID> chunk = owners.subList(i, Math.min(owners.size(), i + MAX_OWNERS));
      List<Object> binds = new ArrayList<>(List.of(tenant.value()));
      binds.addAll(chunk);
      String condition =
          chunk.size() == 1 ? "= ?" : "in (" + EntitySql.questionMarks(chunk.size()) + ")";
      query(
          select
              + " where o.tenant_id = ? and o.id "
              + condition
              + " order by o.id, p.pos"
              + readEnd,
          binds,
          result -> {
            UUID owner = (UUID) Objects.requireNonNull(jdbc.read(result, 1, DbType.UUID_));
            long version = result.getLong(2);
            Parts own = byOwner.computeIfAbsent(owner, o -> new Parts(version, new ArrayList<>()));
            if (jdbc.read(result, 3, DbType.INT) != null) {
              own.list().add(part.build(values(result, part.columns(), 3)));
            }
          });
    }
    return byOwner;
  }

  private static List<UUID> owners(List<@Nullable Object[]> rows, int id) {
    return rows.stream().map(r -> (UUID) Objects.requireNonNull(r[id])).toList();
  }

  private @Nullable Object[] values(ResultSet result, List<Column> columns, int offset)
      throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = jdbc.read(result, i + 1 + offset, columns.get(i).type());
    }
    return values;
  }

  private interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  private void query(String sql, List<? extends @Nullable Object> binds, RowConsumer consumer) {
    String before = marks.beforeRead();
    try (PreparedStatement statement = connection.prepareStatement(before + sql)) {
      statement.setFetchSize(FETCH_SIZE);
      for (int i = 0; i < binds.size(); i++) {
        jdbc.bind(statement, i + 1, binds.get(i));
      }
      try (ResultSet result =
          before.isEmpty() ? statement.executeQuery() : resultBehind(statement)) {
        while (result.next()) {
          consumer.accept(result);
        }
      }
    } catch (SQLException e) {
      throw faults.translated(e);
    }
  }

  /** The rows, behind the answers to the statements that were put in front. */
  private static ResultSet resultBehind(PreparedStatement statement) throws SQLException {
    boolean rows = statement.execute();
    while (!rows) {
      rows = statement.getMoreResults();
      if (!rows && statement.getUpdateCount() < 0) {
        throw new SQLException("the database gave no rows");
      }
    }
    return statement.getResultSet();
  }
}

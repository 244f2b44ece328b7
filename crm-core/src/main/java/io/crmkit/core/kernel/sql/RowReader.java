package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import io.crmkit.api.error.Conflict;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.kernel.sql.Conversation.Ahead;
import io.crmkit.core.kernel.storage.StorageTx;
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

  private static final int MAX_OWNERS = 500;
  private static final int MAX_ATTEMPTS = 20;

  private final SqlStorage storage;
  private final Conversation conversation;
  private String readEnd = "";

  /** The parts of one owner, at the version at which they were read. */
  private record Parts(long version, List<Object> list) {}

  /** Rows without their parts. */
  private record Whole<E>(
      EntityModel<E> model, List<@Nullable Object[]> rows, List<Map<UUID, Parts>> parts) {

    static <E> Whole<E> of(EntityModel<E> model) {
      List<Map<UUID, Parts>> parts = new ArrayList<>(model.parts().size());
      for (int i = 0; i < model.parts().size(); i++) {
        parts.add(new HashMap<>());
      }
      return new Whole<>(model, new ArrayList<>(), parts);
    }

    List<UUID> owners() {
      List<UUID> owners = new ArrayList<>(rows.size());
      for (@Nullable Object[] row : rows) {
        owners.add(owner(row));
      }
      return owners;
    }

    private UUID owner(@Nullable Object[] row) {
      return (UUID) Objects.requireNonNull(row[model.idIndex()]);
    }

    /** Null if a row and its parts are of different versions. */
    @Nullable List<E> build() {
      List<E> built = new ArrayList<>(rows.size());
      for (@Nullable Object[] row : rows) {
        List<?>[] lists = new List<?>[parts.size()];
        for (int i = 0; i < lists.length; i++) {
          Parts own = parts.get(i).get(owner(row));
          if (own == null || !Objects.equals(own.version(), row[model.versionIndex()])) {
            return null;
          }
          lists[i] = own.list();
        }
        built.add(model.build(row, lists));
      }
      return built;
    }
  }

  RowReader(SqlStorage storage, Conversation conversation) {
    this.storage = storage;
    this.conversation = conversation;
  }

  /** What each select ends with from now on. */
  void endReadsWith(String clause) {
    readEnd = clause;
  }

  String readEnd() {
    return readEnd;
  }

  /** The row with this id and its parts; null if there is none. */
  <E> @Nullable E load(Ahead ahead, EntityModel<E> model, TenantId tenant, UUID id) {
    EntitySql.WholeSql sql = storage.statements(model).whole();
    if (sql != null) {
      List<Object> binds = List.of(tenant.value(), tenant.value(), id);
      List<E> found =
          readWhole(
              ahead,
              model,
              "select "
                  + sql.columns()
                  + " from "
                  + model.table()
                  + " w"
                  + sql.join()
                  + " where w.tenant_id = ? and w.id = ? order by p.pos"
                  + readEnd,
              binds);
      return found.isEmpty() ? null : found.get(0);
    }
    Call row =
        Call.read(storage.statements(model).load() + readEnd, List.of(tenant.value(), id), r -> {});
    if (model.parts().isEmpty() || !conversation.readsTogether()) {
      List<E> found = read(ahead, model, tenant, row);
      return found.isEmpty() ? null : found.get(0);
    }
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Whole<E> whole = Whole.of(model);
      List<Call> calls = new ArrayList<>();
      calls.add(collecting(row, whole));
      addParts(calls, whole, tenant, List.of(id));
      conversation.send(ahead, calls);
      if (whole.rows().isEmpty()) {
        return null;
      }
      List<E> built = whole.build();
      if (built != null) {
        return built.get(0);
      }
    }
    throw changing(model);
  }

  /**
   * Rows of a statement that selects the columns of the entity, in order.
   *
   * @param rows already with its end; its own consumer is not asked
   * @throws Conflict if rows were changed by others again and again while they were read
   */
  <E> List<E> read(Ahead ahead, EntityModel<E> model, TenantId tenant, Call rows) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Whole<E> whole = Whole.of(model);
      conversation.send(ahead, List.of(collecting(rows, whole)));
      if (whole.rows().isEmpty()) {
        return List.of();
      }
      List<Call> parts = new ArrayList<>();
      addParts(parts, whole, tenant, whole.owners());
      if (!parts.isEmpty()) {
        conversation.send(Ahead.LOCKS, parts);
      }
      List<E> built = whole.build();
      if (built != null) {
        return built;
      }
    }
    throw changing(model);
  }

  /** Rows of a statement that selects them together with their parts. */
  <E> List<E> readWhole(
      Ahead ahead, EntityModel<E> model, String sql, List<? extends @Nullable Object> binds) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<List<Object>> parts = new ArrayList<>();
    PartModel part = model.parts().get(0);
    int columns = model.columns().size();
    Call.Rows collect =
        row -> {
          Object owner =
              Objects.requireNonNull(storage.jdbc().read(row, model.idIndex() + 1, DbType.UUID_));
          int last = rows.size() - 1;
          if (last < 0 || !owner.equals(rows.get(last)[model.idIndex()])) {
            rows.add(values(row, model.columns(), 0));
            parts.add(new ArrayList<>());
            last++;
          }
          if (storage.jdbc().read(row, columns + 1, DbType.INT) != null) {
            parts.get(last).add(part.build(values(row, part.columns(), columns + 1)));
          }
        };
    conversation.send(ahead, List.of(Call.read(sql, binds, collect)));
    List<E> built = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      built.add(model.build(rows.get(i), new List<?>[] {parts.get(i)}));
    }
    return built;
  }

  private static Conflict changing(EntityModel<?> model) {
    return new Conflict(model.name() + " was changed again and again while it was read");
  }

  private Call collecting(Call rows, Whole<?> whole) {
    List<Column> columns = whole.model().columns();
    return new Call(rows.sql(), rows.values(), null, r -> whole.rows().add(values(r, columns, 0)));
  }

  /** The first column of every row. */
  List<@Nullable Object> scalars(
      Ahead ahead, String sql, List<? extends @Nullable Object> binds, DbType type) {
    List<@Nullable Object> values = new ArrayList<>();
    Call call = Call.read(sql, binds, row -> values.add(storage.jdbc().read(row, 1, type)));
    conversation.send(ahead, List.of(call));
    return values;
  }

  /** Rows of a value and a count. */
  Map<Object, Long> counts(Ahead ahead, SqlText sql, DbType type) {
    Map<Object, Long> counts = new HashMap<>();
    Call.Rows rows =
        row ->
            counts.put(Objects.requireNonNull(storage.jdbc().read(row, 1, type)), row.getLong(2));
    conversation.send(ahead, List.of(Call.read(sql.text(), sql.binds(), rows)));
    return counts;
  }

  /** Rows of tenant, so many texts, a count and a moment. */
  List<StorageTx.Group> groups(Ahead ahead, SqlText sql, int keys) {
    List<StorageTx.Group> groups = new ArrayList<>();
    Call.Rows rows = row -> groups.add(group(row, keys));
    conversation.send(ahead, List.of(Call.read(sql.text(), sql.binds(), rows)));
    return groups;
  }

  private StorageTx.Group group(ResultSet row, int keys) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      values.add(row.getString(i + 2));
    }
    Object oldest = storage.jdbc().read(row, keys + 3, DbType.INSTANT);
    return new StorageTx.Group(
        new TenantId(row.getString(1)),
        List.copyOf(values),
        row.getLong(keys + 2),
        (Instant) Objects.requireNonNull(oldest));
  }

  private void addParts(List<Call> calls, Whole<?> whole, TenantId tenant, List<UUID> owners) {
    for (int i = 0; i < whole.parts().size(); i++) {
      PartModel part = whole.model().parts().get(i);
      Map<UUID, Parts> byOwner = whole.parts().get(i);
      String select = storage.statements(whole.model()).parts().get(i).select();
      for (int from = 0; from < owners.size(); from += MAX_OWNERS) {
        List<UUID> chunk = owners.subList(from, Math.min(owners.size(), from + MAX_OWNERS));
        IdList ids = IdList.of(storage.dialect(), chunk);
        calls.add(
            Call.read(
                select + " where " + ids.condition("o.") + " order by o.id, p.pos" + readEnd,
                ids.binds(tenant.value()),
                row -> addPart(row, part, byOwner)));
      }
    }
  }

  private void addPart(ResultSet row, PartModel part, Map<UUID, Parts> byOwner)
      throws SQLException {
    UUID owner = (UUID) Objects.requireNonNull(storage.jdbc().read(row, 1, DbType.UUID_));
    long version = row.getLong(2);
    Parts own = byOwner.computeIfAbsent(owner, o -> new Parts(version, new ArrayList<>()));
    if (storage.jdbc().read(row, 3, DbType.INT) != null) {
      own.list().add(part.build(values(row, part.columns(), 3)));
    }
  }

  private @Nullable Object[] values(ResultSet result, List<Column> columns, int offset)
      throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = storage.jdbc().read(result, i + 1 + offset, columns.get(i).type());
    }
    return values;
  }
}

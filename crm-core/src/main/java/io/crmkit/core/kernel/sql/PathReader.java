package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import io.crmkit.api.error.Conflict;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.sql.Conversation.Ahead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the way from a row up to the root of its tree, all of it as of one moment. One recursive
 * statement does that, the same text each time; but H2 plans such a statement anew whenever it is
 * run, which costs more than to ask for one row after the other. There the ids are found step by
 * step and their rows then read at once: if these still make up a whole way, it is the answer, of
 * the moment of that one statement; if somebody moved one of them meanwhile, all is done again.
 */
final class PathReader {

  /** More steps than any tree has; a circle in the data, which nobody can make, ends there. */
  private static final int MOST_STEPS = 10_000;

  /** Steps up to which rows are read at once. */
  private static final int MOST_AT_ONCE = 500;

  private static final int MAX_ATTEMPTS = 20;

  private final SqlStorage storage;
  private final RowReader reader;

  PathReader(SqlStorage storage, RowReader reader) {
    this.storage = storage;
    this.reader = reader;
  }

  /** The rows in order, that with the id first; none if there is none. */
  <E> List<E> path(Ahead ahead, EntityModel<E> model, TenantId tenant, UUID id, Column parent) {
    if (!storage.dialect().plansRecursionAnew()) {
      return recursively(ahead, model, tenant, id, parent);
    }
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Set<UUID> steps = steps(ahead, model, tenant, id, parent);
      if (steps.size() > MOST_AT_ONCE) {
        return recursively(ahead, model, tenant, id, parent);
      }
      List<E> whole = whole(rows(ahead, model, tenant, steps), id, parent);
      if (whole != null) {
        return whole;
      }
    }
    throw new Conflict(model.name() + " is moved again and again by others");
  }

  private <E> List<E> recursively(
      Ahead ahead, EntityModel<E> model, TenantId tenant, UUID id, Column parent) {
    String sql = storage.path(model, parent, reader.readEnd());
    List<Object> binds = List.of(tenant.value(), id, tenant.value());
    return reader.read(ahead, model, tenant, Call.read(sql, binds, row -> {}));
  }

  /** The statement: asks for tenant, id, and tenant again. */
  static String sql(EntityModel<?> model, Column parent, String readEnd) {
    List<String> names = model.columns().stream().map(Column::name).toList();
    String columns = String.join(", ", names);
    SqlText sql = new SqlText(readEnd);
    sql.add("with recursive way (").add(columns).add(", step) as (").branch("(").add("select ");
    sql.join(names, ", ", name -> sql.add("a.").add(name));
    sql.add(", 0 from ").add(model.table()).add(" a where a.tenant_id = ? and a.id = ?").endRead();
    sql.branch(")").add(" union all ").branch("(").add("select ");
    sql.join(names, ", ", name -> sql.add("p.").add(name));
    sql.add(", way.step + 1 from way join ").add(model.table()).add(" p on p.id = way.");
    sql.add(parent.name()).add(" where p.tenant_id = ? and way.step < " + MOST_STEPS).endRead();
    sql.branch(")").add(") select ").add(columns).add(" from way order by step");
    return sql.text();
  }

  private Set<UUID> steps(
      Ahead ahead, EntityModel<?> model, TenantId tenant, UUID id, Column parent) {
    String sql =
        "select "
            + parent.name()
            + " from "
            + model.table()
            + " where tenant_id = ? and id = ?"
            + reader.readEnd();
    Set<UUID> steps = new LinkedHashSet<>();
    UUID at = id;
    while (at != null && steps.size() <= MOST_AT_ONCE && steps.add(at)) {
      List<@Nullable Object> above =
          reader.scalars(ahead, sql, List.of(tenant.value(), at), DbType.UUID_);
      at = above.isEmpty() ? null : (UUID) above.get(0);
    }
    return steps;
  }

  private <E> Map<UUID, E> rows(
      Ahead ahead, EntityModel<E> model, TenantId tenant, Set<UUID> steps) {
    IdList list = IdList.of(storage.dialect(), List.copyOf(steps));
    String sql =
        storage.statements(model).select() + " where " + list.condition("") + reader.readEnd();
    Map<UUID, E> rows = new HashMap<>();
    reader
        .read(ahead, model, tenant, Call.read(sql, list.binds(tenant.value()), row -> {}))
        .forEach(row -> rows.put(model.idOf(row), row));
    return rows;
  }

  /** The way that these rows make up; null if it leads to one that is not among them. */
  private static <E> @Nullable List<E> whole(Map<UUID, E> rows, UUID id, Column parent) {
    List<E> way = new ArrayList<>(rows.size());
    if (!rows.containsKey(id)) {
      return way;
    }
    UUID at = id;
    while (at != null) {
      E row = rows.get(at);
      if (row == null || way.size() == rows.size()) {
        return null;
      }
      way.add(row);
      at = (UUID) parent.valueOf(row);
    }
    return way;
  }
}

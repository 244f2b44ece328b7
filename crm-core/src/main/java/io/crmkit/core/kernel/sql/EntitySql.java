package io.crmkit.core.kernel.sql;

import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.model.PartModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The constant statements of one entity, written once. Every one names the tenant first.
 *
 * @param select the columns and the table, without a condition
 * @param selectAs the same, the table under the alias {@code r}
 * @param load by tenant and id
 * @param insert tenant, columns, derived columns
 * @param update columns but the id, derived columns; by tenant, id and version
 * @param delete by tenant, id and version
 * @param parts the statements of each list of parts
 * @param whole how rows are read together with their parts; null if by statements of their own
 * @param order the table's place among all
 * @param places the places of the table and of those of its parts
 */
record EntitySql(
    String select,
    String selectAs,
    String load,
    String insert,
    Versioned update,
    Versioned delete,
    List<PartSql> parts,
    @Nullable WholeSql whole,
    int order,
    Set<Integer> places) {

  /**
   * A statement that changes a row at an expected version.
   *
   * @param sql counts no row if there is none at that version
   * @param orFail the same, but fails then (PostgreSQL)
   */
  record Versioned(String sql, String orFail) {

    static Versioned of(String sql) {
      return new Versioned(
          sql, "with changed as (" + sql + " returning 1) select 1 / count(*) from changed");
    }
  }

  /** Columns that are read along with every part without much waste. */
  private static final int FEW_COLUMNS = 20;

  /**
   * How rows are read together with their only list of parts, which is one statement less and shows
   * both at one moment. A row without parts comes once, with a part whose position is null; one
   * with several parts comes as often. Only where rows are small.
   *
   * @param columns of the row under the alias {@code w}, then the part's position and columns under
   *     {@code p}
   * @param join the part's table and what ties it to its row, after the rows; asks for the tenant
   * @param rows what the rows are taken from, with all by which they can be sorted, under the alias
   *     {@code r}
   */
  record WholeSql(String columns, String join, String rows) {

    static @Nullable WholeSql of(EntityModel<?> model) {
      if (model.parts().size() != 1
          || model.columns().size() > FEW_COLUMNS
          || model.columns().stream().anyMatch(c -> c.type() == DbType.JSON && !c.isCustom())) {
        return null;
      }
      PartModel part = model.parts().get(0);
      List<String> names = model.columns().stream().map(Column::name).toList();
      List<String> inner = new ArrayList<>(names);
      model.derived().forEach(c -> inner.add(c.name()));
      return new WholeSql(
          list(names.stream().map(n -> "w." + n).toList())
              + ", p.pos, "
              + list(part.columns().stream().map(c -> "p." + c.name()).toList()),
          " left join " + part.table() + " p on p.tenant_id = ? and p.owner_id = w.id",
          "select "
              + list(inner.stream().map(n -> "r." + n).toList())
              + " from "
              + model.table()
              + " r");
    }
  }

  /**
   * The constant statements of a list of parts.
   *
   * @param select id and version of the owner, position, columns; an owner without parts has one
   *     row whose position is null; without a condition
   * @param insert tenant, owner, position, columns
   * @param update columns; by tenant, owner and position
   * @param deleteFrom by tenant, owner and from a position on
   * @param order the table's place among all
   */
  record PartSql(String select, String insert, String update, String deleteFrom, int order) {

    static PartSql of(PartModel part, String owner, int order) {
      List<String> names = part.columns().stream().map(Column::name).toList();
      String key = " where tenant_id = ? and owner_id = ? and pos ";
      return new PartSql(
          "select o.id, o.version, p.pos, "
              + list(names.stream().map(n -> "p." + n).toList())
              + " from "
              + owner
              + " o left join "
              + part.table()
              + " p on p.tenant_id = o.tenant_id and p.owner_id = o.id",
          insertInto(part.table(), prepended(names, "tenant_id", "owner_id", "pos")),
          "update " + part.table() + " set " + assignments(names) + key + "= ?",
          "delete from " + part.table() + key + ">= ?",
          order);
    }
  }

  static EntitySql of(EntityModel<?> model, ModelRegistry models) {
    List<String> names = model.columns().stream().map(Column::name).toList();
    List<String> written = new ArrayList<>(names);
    model.derived().forEach(c -> written.add(c.name()));
    String table = model.table();
    String select = "select " + list(names) + " from " + table;
    String versioned = " where tenant_id = ? and id = ? and version = ?";
    return new EntitySql(
        select,
        "select " + list(names.stream().map(n -> "r." + n).toList()) + " from " + table + " r",
        select + " where tenant_id = ? and id = ?",
        insertInto(table, prepended(written, "tenant_id")),
        Versioned.of(
            "update "
                + table
                + " set "
                + assignments(written.stream().filter(n -> !n.equals("id")).toList())
                + versioned),
        Versioned.of("delete from " + table + versioned),
        model.parts().stream().map(p -> PartSql.of(p, table, models.orderOf(p.table()))).toList(),
        WholeSql.of(model),
        models.orderOf(table),
        Set.copyOf(models.tablesOf(model)));
  }

  static String questionMarks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static String insertInto(String table, List<String> names) {
    return "insert into "
        + table
        + " ("
        + list(names)
        + ") values ("
        + questionMarks(names.size())
        + ")";
  }

  private static List<String> prepended(List<String> names, String... first) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(names);
    return all;
  }

  private static String assignments(List<String> names) {
    return names.stream().map(n -> n + " = ?").collect(Collectors.joining(", "));
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}

package io.crmkit.core.kernel.sql;

import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

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
 */
record EntitySql(
    String select,
    String selectAs,
    String load,
    String insert,
    String update,
    String delete,
    List<PartSql> parts) {

  /**
   * The constant statements of a list of parts.
   *
   * @param select id and version of the owner, position, columns; an owner without parts has one
   *     row whose position is null; without a condition
   * @param insert tenant, owner, position, columns
   * @param update columns; by tenant, owner and position
   * @param deleteFrom by tenant, owner and from a position on
   */
  record PartSql(String select, String insert, String update, String deleteFrom) {

    static PartSql of(PartModel part, String owner) {
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
          "delete from " + part.table() + key + ">= ?");
    }
  }

  static EntitySql of(EntityModel<?> model) {
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
        "update "
            + table
            + " set "
            + assignments(written.stream().filter(n -> !n.equals("id")).toList())
            + versioned,
        "delete from " + table + versioned,
        model.parts().stream().map(p -> PartSql.of(p, table)).toList());
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

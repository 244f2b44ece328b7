package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.StartFailed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;

/** The databases that CrmKit runs on, and where they differ. */
public enum Dialect {
  H2(
      "cast(%s as varbinary)",
      Map.of(
          "instant", "timestamp(6) with time zone",
          "uuid", "uuid",
          "json", "clob",
          "bytes", "blob",
          "text", "varchar"),
      "merge into crm_lock (tenant_id, scope, name) key (tenant_id, scope, name) values (?, ?, ?)"),
  POSTGRESQL(
      "%s collate \"C\"",
      Map.of(
          "instant", "timestamp(6) with time zone",
          "uuid", "uuid",
          "json", "jsonb",
          "bytes", "bytea",
          "text", "text"),
      "insert into crm_lock (tenant_id, scope, name) values (?, ?, ?)"
          + " on conflict (tenant_id, scope, name) do update set name = excluded.name");

  private final String binary;
  private final Map<String, String> placeholders;
  private final String lockName;

  Dialect(String binary, Map<String, String> placeholders, String lockName) {
    this.binary = binary;
    this.placeholders = placeholders;
    this.lockName = lockName;
  }

  /**
   * @throws StartFailed if CrmKit does not run on this database
   */
  public static Dialect of(String productName) {
    String name = productName.toLowerCase(Locale.ROOT);
    if (name.contains("postgresql")) {
      return POSTGRESQL;
    } else if (name.equals("h2")) {
      return H2;
    }
    throw new StartFailed(List.of("CrmKit runs on H2 and PostgreSQL, not on " + productName));
  }

  /** Named in a method of its own, so that jOOQ is loaded when a named query needs it. */
  SQLDialect jooq() {
    return switch (this) {
      case H2 -> SQLDialect.H2;
      case POSTGRESQL -> SQLDialect.POSTGRES;
    };
  }

  /**
   * A text expression that is compared by its bytes in UTF-8. H2 has no collation for that: by
   * itself it compares UTF-16 units, which differ above U+D800.
   */
  String binary(String expression) {
    return String.format(binary, expression);
  }

  /** What the type placeholders of the migration scripts mean here. */
  public Map<String, String> placeholders() {
    return placeholders;
  }

  /** Inserts a row of these columns, or overwrites the one with the same tenant and id. */
  String put(String table, List<String> names) {
    String columns = String.join(", ", names);
    String values = EntitySql.questionMarks(names.size());
    return switch (this) {
      case H2 ->
          "merge into "
              + table
              + " ("
              + columns
              + ") key (tenant_id, id) values ("
              + values
              + ")";
      case POSTGRESQL ->
          "insert into "
              + table
              + " ("
              + columns
              + ") values ("
              + values
              + ") on conflict (tenant_id, id) do update set "
              + names.stream()
                  .filter(n -> !n.equals("tenant_id") && !n.equals("id"))
                  .map(n -> n + " = excluded." + n)
                  .collect(Collectors.joining(", "));
    };
  }

  /** Takes the lock of a name: parameters tenant, scope, name. Never fails on a rival's row. */
  String lockName() {
    return lockName;
  }
}

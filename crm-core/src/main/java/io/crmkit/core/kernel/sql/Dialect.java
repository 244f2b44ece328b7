package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.StartFailed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
      "merge into crm_lock (tenant_id, scope, name, locked_on)"
          + " key (tenant_id, scope, name) values (?, ?, ?, ?)"),
  POSTGRESQL(
      "%s collate \"C\"",
      Map.of(
          "instant", "timestamp(6) with time zone",
          "uuid", "uuid",
          "json", "jsonb",
          "bytes", "bytea",
          "text", "text"),
      "insert into crm_lock (tenant_id, scope, name, locked_on) values (?, ?, ?, ?)"
          + " on conflict (tenant_id, scope, name) do update set locked_on = excluded.locked_on");

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

  /** Takes the lock of a name: parameters tenant, scope, name, today. Never fails on a rival's row. */
  String lockName() {
    return lockName;
  }
}

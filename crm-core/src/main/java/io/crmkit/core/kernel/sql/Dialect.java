package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.StartFailed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.SQLDialect;

/** The databases that CrmKit runs on, and where they differ. */
public enum Dialect {
  H2(
      SQLDialect.H2,
      Map.of(
          "instant", "timestamp(6) with time zone",
          "uuid", "uuid",
          "json", "clob",
          "bytes", "blob",
          "text", "varchar"),
      "merge into crm_lock (tenant_id, scope, name) key (tenant_id, scope, name) values (?, ?, ?)"),
  POSTGRESQL(
      SQLDialect.POSTGRES,
      Map.of(
          "instant", "timestamp(6) with time zone",
          "uuid", "uuid",
          "json", "jsonb",
          "bytes", "bytea",
          "text", "text"),
      "insert into crm_lock (tenant_id, scope, name) values (?, ?, ?)"
          + " on conflict (tenant_id, scope, name) do update set name = excluded.name");

  private final SQLDialect jooq;
  private final Map<String, String> placeholders;
  private final String lockName;

  Dialect(SQLDialect jooq, Map<String, String> placeholders, String lockName) {
    this.jooq = jooq;
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

  SQLDialect jooq() {
    return jooq;
  }

  /** What the type placeholders of the migration scripts mean here. */
  public Map<String, String> placeholders() {
    return placeholders;
  }

  /** Takes the lock of a name: parameters tenant, scope, name. Never fails on a rival's row. */
  String lockName() {
    return lockName;
  }
}

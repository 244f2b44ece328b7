package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.StartFailed;
import io.crmkit.core.kernel.model.DbType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The databases that CrmKit runs on, and where they differ. */
public enum Dialect {
  H2(
      Map.of(
          "instant", "timestamp(6) with time zone",
          "uuid", "uuid",
          "json", "clob",
          "bytes", "blob",
          "text", "varchar"),
      "merge into %s (tenant_id, scope, name, locked_on)"
          + " key (tenant_id, scope, name) values (?, ?, ?, ?)"),
  POSTGRESQL(
      Map.of(
          "instant", "timestamp(6) with time zone",
          "uuid", "uuid",
          "json", "jsonb",
          "bytes", "bytea",
          "text", "text"),
      "insert into %s (tenant_id, scope, name, locked_on) values (?, ?, ?, ?)"
          + " on conflict (tenant_id, scope, name) do update set locked_on = excluded.locked_on"),
  /** Its own type for ids sorts them by another rule, and {@code timestamp} follows the session. */
  MARIADB(
      Map.of(
          "instant", "datetime(6)",
          "uuid", "char(36) character set ascii collate ascii_bin",
          "json", "json",
          "bytes", "longblob",
          "text", "longtext"),
      "insert into %s (tenant_id, scope, name, locked_on) values (?, ?, ?, ?)"
          + " on duplicate key update locked_on = values(locked_on)");

  /** Which of the databases' names of types hold which values. */
  private static final Map<DbType, List<String>> STANDARD_TYPES =
      Map.of(
          DbType.TEXT, List.of("character", "text"),
          DbType.INT, List.of("integer"),
          DbType.LONG, List.of("bigint"),
          DbType.DECIMAL, List.of("numeric", "decimal"),
          DbType.BOOL, List.of("boolean"),
          DbType.UUID_, List.of("uuid"),
          DbType.INSTANT, List.of("timestamp with time zone"),
          DbType.DATE, List.of("date"),
          DbType.BYTES, List.of("bytea", "binary"),
          DbType.JSON, List.of("json", "character", "text"));

  private static final Map<DbType, List<String>> MARIADB_TYPES =
      Map.of(
          DbType.TEXT, List.of("varchar", "longtext"),
          DbType.INT, List.of("int"),
          DbType.LONG, List.of("bigint"),
          DbType.DECIMAL, List.of("decimal"),
          DbType.BOOL, List.of("tinyint"),
          DbType.UUID_, List.of("char"),
          DbType.INSTANT, List.of("datetime"),
          DbType.DATE, List.of("date"),
          DbType.BYTES, List.of("longblob"),
          DbType.JSON, List.of("longtext"));

  private final Map<String, String> placeholders;
  private final String lockName;

  Dialect(Map<String, String> placeholders, String lockName) {
    this.placeholders = placeholders;
    this.lockName = lockName;
  }

  /**
   * The database behind this connection.
   *
   * @throws StartFailed if CrmKit does not run on it as it is set up, with all reasons
   */
  public static Dialect of(Connection connection) throws SQLException {
    Dialect dialect = of(connection.getMetaData().getDatabaseProductName());
    List<String> faults = dialect == MARIADB ? MariaDbRules.faults(connection) : List.of();
    if (!faults.isEmpty()) {
      throw new StartFailed(faults);
    }
    return dialect;
  }

  private static Dialect of(String productName) {
    String name = productName.toLowerCase(Locale.ROOT);
    if (name.contains("postgresql")) {
      return POSTGRESQL;
    } else if (name.contains("mariadb")) {
      return MARIADB;
    } else if (name.equals("h2")) {
      return H2;
    }
    throw new StartFailed(
        List.of("CrmKit runs on H2, MariaDB and PostgreSQL, not on " + productName));
  }

  /** Named in a method of its own, so that jOOQ is loaded when a named query needs it. */
  SQLDialect jooq() {
    return switch (this) {
      case H2 -> SQLDialect.H2;
      case POSTGRESQL -> SQLDialect.POSTGRES;
      case MARIADB -> SQLDialect.MARIADB;
    };
  }

  /**
   * A text expression that is compared by its bytes in UTF-8. H2 has no collation for that: by
   * itself it compares UTF-16 units, which differ above U+D800. On MariaDB the columns themselves
   * have such a collation.
   */
  String binary(String expression) {
    return switch (this) {
      case H2 -> "cast(" + expression + " as varbinary)";
      case POSTGRESQL -> expression + " collate \"C\"";
      case MARIADB -> expression;
    };
  }

  /** A sort key whose absent values come last; the direction is {@code ""} or {@code " desc"}. */
  String nullsLast(String column, String direction) {
    return this == MARIADB
        ? column + " is null, " + column + direction
        : column + direction + " nulls last";
  }

  /** What the type placeholders of the migration scripts mean here. */
  public Map<String, String> placeholders() {
    return placeholders;
  }

  /**
   * A statement of a migration script as this database shall run it. On MariaDB a new table would
   * inherit the engine and collation of the database, which is the host's; ours compare texts by
   * their bytes, trailing spaces included.
   */
  public String scripted(String statement) {
    return this == MARIADB ? MariaDbRules.scripted(statement) : statement;
  }

  /** Inserts a row of these columns, or overwrites the one with the same tenant and id. */
  String put(String table, List<String> names) {
    String columns = " (" + String.join(", ", names) + ") ";
    String values = "values (" + EntitySql.questionMarks(names.size()) + ")";
    String inserted = "insert into " + table + columns + values;
    return switch (this) {
      case H2 -> "merge into " + table + columns + "key (tenant_id, id) " + values;
      case POSTGRESQL ->
          inserted
              + " on conflict (tenant_id, id) do update set "
              + assigned(names, n -> "excluded." + n);
      case MARIADB ->
          inserted + " on duplicate key update " + assigned(names, n -> "values(" + n + ")");
    };
  }

  private static String assigned(List<String> names, UnaryOperator<String> value) {
    return names.stream()
        .filter(n -> !n.equals("tenant_id") && !n.equals("id"))
        .map(n -> n + " = " + value.apply(n))
        .collect(Collectors.joining(", "));
  }

  /**
   * Whether a table is read through, row by row, when a condition of it is a subquery, instead of
   * beginning with what the subquery finds.
   */
  boolean readsThroughForSubqueries() {
    return this == H2;
  }

  /**
   * Whether an index on tenant and id serves a list of ids only if they are named in pairs with the
   * tenant; by itself the list would be looked through for each row of the tenant.
   */
  boolean seeksPairsOnly() {
    return this == H2;
  }

  /** Whether a recursive query is planned anew each time it is run, though it was prepared. */
  boolean plansRecursionAnew() {
    return this == H2;
  }

  /**
   * Whether a failed statement leaves nothing to be done but to roll back, to a savepoint at most.
   */
  boolean failureAbortsTransaction() {
    return this == POSTGRESQL;
  }

  /**
   * Takes the lock of a name: parameters tenant, scope, name, today. Never fails on a rival's row.
   *
   * @param table the table of names
   */
  String lockName(String table) {
    return lockName.replace("%s", table);
  }

  /**
   * What a select ends with in order to read what was committed last, although its transaction
   * reads from an older snapshot; empty where no clause does that.
   */
  String lockingRead() {
    return this == MARIADB ? " lock in share mode" : "";
  }

  /**
   * Whether a snapshot of this isolation hides from later reads what a lock's last holder left,
   * while {@link #lockingRead} would show it.
   */
  boolean readsBehindLocks(int isolation) {
    return this == MARIADB && MariaDbRules.readsBehindLocks(isolation);
  }

  /**
   * The statement as it has to be sent. MariaDB ends a recursive query after a thousand steps, with
   * an incomplete answer and no failure, unless the statement itself says otherwise. Ours end by
   * themselves.
   */
  String sent(String sql) {
    return this == MARIADB && sql.contains("with recursive ")
        ? MariaDbRules.WITHOUT_STEP_LIMIT + sql
        : sql;
  }

  /** The isolation of the kernel's own transactions; null if the database's default serves. */
  @Nullable Integer isolation() {
    return this == MARIADB ? MariaDbRules.ISOLATION : null;
  }

  /** Whether the failure means that the whole transaction is undone, the host's part included. */
  boolean undoesTransaction(SqlFault fault, SQLException failure) {
    return switch (this) {
      case H2 -> fault == SqlFault.DEADLOCK;
      case MARIADB -> MariaDbRules.undoesTransaction(failure);
      case POSTGRESQL -> false;
    };
  }

  /** The names of types, or how they begin, that hold these values. */
  List<String> typesOf(DbType type) {
    Map<DbType, List<String>> types = this == MARIADB ? MARIADB_TYPES : STANDARD_TYPES;
    return types.getOrDefault(type, List.of());
  }

  /** Whether texts of this collation are compared by their bytes, or made to be when asked. */
  boolean comparesBytes(String collation) {
    return this != MARIADB || collation.equals(MariaDbRules.COLLATION);
  }

  /** The schema in which tables are found without naming it; MariaDB calls it a catalog. */
  @Nullable String schemaOf(Connection connection) throws SQLException {
    String catalog = this == MARIADB ? connection.getCatalog() : null;
    return catalog == null ? connection.getSchema() : catalog;
  }

  /** A time in a named query. */
  DataType<Instant> jooqTime() {
    return this == MARIADB
        ? SQLDataType.LOCALDATETIME(6).asConvertedDataType(new UtcBinding())
        : SQLDataType.INSTANT;
  }

  /** The value as this database's driver takes it without regard to any time zone. */
  Object timeForDriver(Instant instant) {
    return this == MARIADB
        ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
        : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The time in this column; null if absent. */
  @Nullable Instant time(ResultSet rows, int index) throws SQLException {
    if (this == MARIADB) {
      LocalDateTime utc = rows.getObject(index, LocalDateTime.class);
      return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
    OffsetDateTime time = rows.getObject(index, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}

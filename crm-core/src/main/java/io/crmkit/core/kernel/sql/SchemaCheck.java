package io.crmkit.core.kernel.sql;

import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.spi.storage.Entity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares the tables of the database with the declared entities, and finds all faults at once. */
public final class SchemaCheck {

  private static final int DECIMAL_SCALE = 8;
  private static final int MONEY_SCALE = 4;

  private record Found(String type, boolean nullable, int length, int scale, String collation) {}

  private final List<String> faults = new ArrayList<>();
  private final SchemaLimits limits = new SchemaLimits();
  private final Map<String, Map<String, Found>> tables;
  private final Dialect dialect;
  private final Function<Entity<?>, String> modules;

  private SchemaCheck(Tables tables, Function<Entity<?>, String> modules) {
    this.tables = tables.columns;
    this.dialect = tables.dialect;
    this.modules = modules;
  }

  /**
   * What was found.
   *
   * @param limits how much each column holds
   * @param faults what does not fit, each with entity and column
   */
  public record Result(SchemaLimits limits, List<String> faults) {}

  /** The tables of a schema with their columns, as they were when they were read. */
  public static final class Tables {

    private final Dialect dialect;
    private final Map<String, Map<String, Found>> columns;

    private Tables(Dialect dialect, Map<String, Map<String, Found>> columns) {
      this.dialect = dialect;
      this.columns = columns;
    }

    /**
     * @param table in lower case
     */
    public boolean has(String table) {
      return columns.containsKey(table);
    }
  }

  /**
   * @param modules the module of an entity, as faults shall name it
   */
  public static Result run(
      Tables tables, ModelRegistry models, Function<Entity<?>, String> modules) {
    SchemaCheck check = new SchemaCheck(tables, modules);
    models.all().forEach(check::check);
    return new Result(check.limits, check.faults);
  }

  private void check(EntityModel<?> model) {
    Map<String, Boolean> own = new TreeMap<>();
    own.put("tenant_id", false);
    String name = modules.apply(model.entity()) + ": " + model.name();
    check(name, model.table(), own, model.columns());
    Map<String, Found> columns = tables.getOrDefault(model.table(), Map.of());
    for (Column derived : model.derived()) {
      if (!columns.containsKey(derived.name())) {
        faults.add(missing(name, model.table(), derived));
      }
    }
    for (PartModel part : model.parts()) {
      Map<String, Boolean> key = new TreeMap<>();
      key.put("tenant_id", false);
      key.put("owner_id", false);
      key.put("pos", false);
      check(name + "." + part.path(), part.table(), key, part.columns());
    }
  }

  private void check(
      String owner, String table, Map<String, Boolean> expected, List<Column> columns) {
    Map<String, Found> found = tables.get(table);
    if (found == null) {
      faults.add(owner + ": there is no table " + table);
      return;
    }
    for (Column column : columns) {
      expected.put(column.name(), column.nullable());
      Found there = found.get(column.name());
      if (there == null) {
        faults.add(missing(owner, table, column));
      } else {
        compare(owner, table, column, there);
      }
    }
    for (String key : List.of("tenant_id", "owner_id", "pos")) {
      if (expected.containsKey(key) && !found.containsKey(key)) {
        faults.add(owner + ": " + table + " has no column " + key);
      }
    }
    Found tenant = found.get("tenant_id");
    if (tenant != null) {
      compareCollation(owner + ": " + table + ".tenant_id", tenant);
    }
  }

  private void compare(String owner, String table, Column column, Found there) {
    String name = owner + ": " + table + "." + column.name();
    List<String> types = dialect.typesOf(column.type());
    if (types.stream().noneMatch(there.type()::startsWith)) {
      faults.add(name + " is a " + there.type() + ", which does not hold " + column.path());
      return;
    }
    if (column.nullable() && !there.nullable()) {
      faults.add(name + " is not null, but " + column.path() + " may be absent");
    }
    if (!column.nullable() && there.nullable()) {
      faults.add(name + " allows null, but " + column.path() + " is always there");
    }
    if (column.type() == DbType.TEXT) {
      compareCollation(name, there);
      if (there.length() > 0) {
        limits.put(table, column.name(), there.length());
      }
    }
    if (column.type() == DbType.DECIMAL) {
      boolean money = column.path().equals("amount") || column.path().endsWith(".amount");
      int needed = money ? MONEY_SCALE : DECIMAL_SCALE;
      if (there.scale() < needed) {
        faults.add(name + " keeps " + there.scale() + " decimals, but needs " + needed);
      }
    }
  }

  private void compareCollation(String name, Found there) {
    if (!dialect.comparesBytes(there.collation())) {
      faults.add(
          name
              + " compares texts by "
              + there.collation()
              + ", but must do so by "
              + MariaDbRules.COLLATION);
    }
  }

  private static String missing(String owner, String table, Column column) {
    return owner + ": " + table + " has no column " + column.name() + " for " + column.path();
  }

  /** Reads the connection's current schema. */
  public static Tables read(Connection connection, Dialect dialect) throws SQLException {
    String sql =
        "select table_name, column_name, data_type, is_nullable, character_maximum_length,"
            + " numeric_scale, collation_name"
            + " from information_schema.columns where table_schema = ?";
    Map<String, Map<String, Found>> tables = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, dialect.schemaOf(connection));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tables
              .computeIfAbsent(lower(rows.getString(1)), t -> new HashMap<>())
              .put(
                  lower(rows.getString(2)),
                  new Found(
                      lower(rows.getString(3)),
                      "YES".equals(rows.getString(4)),
                      (int) Math.min(rows.getLong(5), Integer.MAX_VALUE),
                      rows.getInt(6),
                      lower(rows.getString(7))));
        }
      }
    }
    return new Tables(dialect, tables);
  }

  private static String lower(@Nullable String name) {
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }
}

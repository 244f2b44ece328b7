package io.crmkit.core.kernel.boot;

import io.crmkit.api.SchemaScripts;
import io.crmkit.api.error.StartFailed;
import io.crmkit.core.kernel.sql.Dialect;
import io.crmkit.core.kernel.sql.SchemaCheck;
import io.crmkit.core.kernel.sql.SchemaName;
import io.crmkit.core.kernel.work.KernelModule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The migration scripts as SQL that stands by itself. */
final class ScriptExport implements SchemaScripts {

  private final Dialect dialect;
  private final SchemaName schema;
  private final List<ModuleScripts> modules;

  ScriptExport(Dialect dialect, SchemaName schema, List<ModuleScripts> modules) {
    this.dialect = dialect;
    this.schema = schema;
    this.modules = List.copyOf(modules);
  }

  @Override
  public Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    for (ModuleScripts module : modules) {
      versions.put(module.id(), module.lastVersion());
    }
    return versions;
  }

  @Override
  public String install() {
    return upgrade(Map.of());
  }

  @Override
  public String upgrade(DataSource database) {
    try (Connection connection = database.getConnection()) {
      SchemaCheck.Tables tables = SchemaCheck.read(connection, dialect, schema);
      return upgrade(new Histories(dialect, schema, modules).versions(connection, tables));
    } catch (SQLException e) {
      throw new StartFailed(List.of("the database cannot be asked: " + e.getMessage()));
    }
  }

  @Override
  public String upgrade(Map<String, String> versions) {
    requireKnown(versions);
    StringBuilder body = new StringBuilder();
    Histories histories = new Histories(dialect, schema, modules);
    for (ModuleScripts module : modules) {
      String version = versions.get(module.id());
      HistoryTable history = histories.of(module);
      List<Script> scripts = module.after(version);
      if (version == null) {
        comment(body, "Module " + module.id());
        history.create().forEach(sql -> statement(body, sql));
      }
      for (Script script : scripts) {
        comment(body, "Module " + module.id() + ", " + script.name());
        script.statements(dialect).forEach(sql -> statement(body, sql));
        statement(body, history.ran(script));
      }
    }
    return body.isEmpty() ? "" : framed(body, versions);
  }

  private void requireKnown(Map<String, String> versions) {
    for (Map.Entry<String, String> entry : versions.entrySet()) {
      boolean known =
          modules.stream()
              .filter(m -> m.id().equals(entry.getKey()))
              .flatMap(m -> m.scripts().stream())
              .anyMatch(s -> s.version().equals(entry.getValue()));
      if (!known) {
        throw new IllegalArgumentException(
            "there is no version " + entry.getValue() + " of a module " + entry.getKey());
      }
    }
  }

  private String framed(StringBuilder body, Map<String, String> versions) {
    StringBuilder sql = new StringBuilder();
    String product = dialect.name().toLowerCase(Locale.ROOT);
    comment(sql, "CrmKit " + KernelModule.VERSION + " on " + product);
    comment(
        sql,
        versions.isEmpty() ? "All tables, where there are none" : "Upgrade from " + told(versions));
    comment(sql, "Stop at the first error. Afterwards CrmKit finds its tables up to date.");
    boolean whole = dialect == Dialect.POSTGRESQL;
    if (whole) {
      statement(sql, "begin");
    }
    enter().forEach(s -> statement(sql, s));
    sql.append(body);
    if (whole) {
      statement(sql, "commit");
    }
    return sql.toString();
  }

  private String told(Map<String, String> versions) {
    return modules.stream()
        .filter(m -> versions.containsKey(m.id()))
        .map(m -> m.id() + " " + versions.get(m.id()))
        .collect(Collectors.joining(", "));
  }

  private List<String> enter() {
    if (schema.isCurrent()) {
      return List.of();
    }
    String name = schema.name();
    String create = "create schema if not exists " + name;
    return switch (dialect) {
      case H2 -> List.of(create, "set schema " + name);
      case POSTGRESQL -> List.of(create, "set local search_path to " + name);
      case MARIADB -> List.of(create, "use " + name);
    };
  }

  @Override
  public String distribute() {
    if (dialect != Dialect.POSTGRESQL) {
      throw new IllegalStateException("Citus is PostgreSQL; these scripts are for " + dialect);
    }
    List<String> statements = new ArrayList<>();
    for (ModuleScripts module : modules) {
      for (Script script : module.scripts()) {
        statements.addAll(script.statements(dialect));
      }
    }
    return new CitusScript(schema).of(statements);
  }

  private static void comment(StringBuilder sql, String text) {
    sql.append("-- ").append(text).append('\n');
  }

  private static void statement(StringBuilder sql, String text) {
    sql.append(text).append(";\n\n");
  }
}

package io.crmkit.verification.documents;

import io.crmkit.api.value.EntityId;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.verification.architecture.DeclaredEntities;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Draws the tables of each module as they are after all scripts: columns from the database, what
 * refers to what from its foreign keys and from the ids in the records of the entities.
 */
final class TableDiagrams {

  private static final String KERNEL = "kernel";

  private record Column(String name, String type, boolean nullable) {}

  private record Arrow(String from, String to, String label) implements Comparable<Arrow> {
    @Override
    public int compareTo(Arrow other) {
      return toString().compareTo(other.toString());
    }
  }

  private final SortedMap<String, List<Column>> tables = new TreeMap<>();
  private final Map<String, String> modules = new HashMap<>();
  private final SortedSet<Arrow> arrows = new TreeSet<>();

  private TableDiagrams() {}

  /** The page's text from the first module's heading on. */
  static String of(DataSource database) throws SQLException {
    TableDiagrams diagrams = new TableDiagrams();
    diagrams.read(database);
    diagrams.readEntities();
    return diagrams.write();
  }

  private void read(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet columns =
            connection.getMetaData().getColumns(connection.getCatalog(), null, "CRM%", "%")) {
      while (columns.next()) {
        String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (!table.startsWith("crm_schema_")) {
          tables
              .computeIfAbsent(table, t -> new ArrayList<>())
              .add(
                  new Column(
                      columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                      type(columns),
                      "YES".equals(columns.getString("IS_NULLABLE"))));
        }
      }
    }
  }

  private static String type(ResultSet column) throws SQLException {
    String name = column.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "character varying" -> "text";
      case "timestamp with time zone", "timestamp" -> "instant";
      case "character large object", "json" -> "json";
      case "numeric", "decimal" -> "decimal";
      case "binary large object", "binary varying" -> "bytes";
      default -> name.replace(' ', '_');
    };
  }

  private void readEntities() {
    Map<Class<?>, Entity<?>> byId = new HashMap<>();
    Set<Class<?>> shared = new HashSet<>();
    List<Entity<?>> entities = DeclaredEntities.all().stream().distinct().toList();
    for (Entity<?> entity : entities) {
      String module = entity.name().substring(0, entity.name().indexOf('.'));
      modules.put(entity.table(), module);
      entity.parts().values().forEach(part -> modules.put(part, module));
      Class<?> id = component(entity.type(), "id");
      if (byId.putIfAbsent(id, entity) != null) {
        shared.add(id);
      }
    }
    // An id that records of several entities have does not say which is meant.
    byId.keySet().removeAll(shared);
    for (Entity<?> entity : entities) {
      Map<String, String> parts = entity.parts();
      for (RecordComponent component : entity.type().getRecordComponents()) {
        String name = component.getName();
        if (parts.containsKey(name)) {
          String part = parts.get(name);
          arrows.add(new Arrow(part, entity.table(), "part of"));
          arrows(part, partType(component), "", byId);
        } else if (!name.equals("id") && !entity.json().contains(name)) {
          arrows(entity.table(), component.getType(), name, byId);
        }
      }
    }
  }

  private static Class<?> partType(RecordComponent list) {
    return (Class<?>)
        ((java.lang.reflect.ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
  }

  private static Class<?> component(Class<?> record, String name) {
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getName().equals(name)) {
        return component.getType();
      }
    }
    return Object.class;
  }

  private void arrows(String table, Class<?> type, String path, Map<Class<?>, Entity<?>> byId) {
    if (EntityId.class.isAssignableFrom(type)) {
      Entity<?> target = byId.get(type);
      if (target != null && tables.containsKey(target.table())) {
        arrows.add(new Arrow(table, target.table(), path));
      }
    } else if (type.isRecord() && type != UUID.class) {
      for (RecordComponent component : type.getRecordComponents()) {
        String name = component.getName();
        if (component.getType() != type) {
          arrows(table, component.getType(), path.isEmpty() ? name : path + "." + name, byId);
        }
      }
    }
  }

  private String write() {
    SortedMap<String, SortedSet<String>> byModule = new TreeMap<>();
    for (String table : tables.keySet()) {
      byModule
          .computeIfAbsent(modules.getOrDefault(table, KERNEL), m -> new TreeSet<>())
          .add(table);
    }
    StringBuilder page = new StringBuilder();
    byModule.forEach((module, names) -> section(page, module, names));
    return page.toString();
  }

  private void section(StringBuilder page, String module, Set<String> names) {
    page.append("\n## ").append(module).append("\n\n```mermaid\nerDiagram\n");
    for (Arrow arrow : arrows) {
      if (names.contains(arrow.from())) {
        page.append("  ")
            .append(arrow.from())
            .append(" }o--|| ")
            .append(arrow.to())
            .append(" : \"")
            .append(arrow.label())
            .append("\"\n");
      }
    }
    for (String name : names) {
      page.append("  ").append(name).append(" {\n");
      for (Column column : tables.getOrDefault(name, List.of())) {
        if (!column.name().equals("tenant_id")) {
          page.append("    ").append(column.type()).append(' ').append(column.name());
          page.append(column.name().equals("id") ? " PK" : "");
          page.append(column.nullable() ? " \"may be null\"" : "").append('\n');
        }
      }
      page.append("  }\n");
    }
    page.append("```\n");
  }
}

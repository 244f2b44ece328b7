package io.crmkit.core.kernel.model;

import io.crmkit.core.spi.storage.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every entity of an engine, in the order in which modules declared them. Frozen after start. */
public final class ModelRegistry {

  private final Map<Class<?>, EntityModel<?>> byType = new LinkedHashMap<>();
  private final Map<String, EntityModel<?>> byName = new LinkedHashMap<>();
  private final Map<String, Integer> tableOrder = new LinkedHashMap<>();

  private final String schema;

  /** Of tables that are found without saying where. */
  public ModelRegistry() {
    this("");
  }

  /**
   * @param schema the schema of the tables, which statements name; empty if they name none
   */
  public ModelRegistry(String schema) {
    this.schema = schema;
  }

  /** A table as statements name it. */
  public String inSchema(String table) {
    return schema.isEmpty() ? table : schema + "." + table;
  }

  /**
   * Compiles and adds an entity.
   *
   * @return what is wrong with it; empty if nothing
   */
  public List<String> add(Entity<?> entity) {
    List<String> faults = new ArrayList<>();
    EntityModel<?> model;
    try {
      model = new EntityModel<>(entity, schema);
    } catch (IllegalArgumentException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
    if (byType.putIfAbsent(entity.type(), model) != null) {
      faults.add("two entities of " + entity.type().getName());
    }
    if (byName.putIfAbsent(entity.name(), model) != null) {
      faults.add("two entities are named " + entity.name());
    }
    List<String> tables = new ArrayList<>(List.of(model.table()));
    for (PartModel part : model.parts()) {
      tables.add(part.table());
    }
    for (String table : tables) {
      if (tableOrder.putIfAbsent(table, tableOrder.size()) != null) {
        faults.add("two entities or parts use the table " + table);
      }
    }
    return faults;
  }

  public boolean has(Class<?> type) {
    return byType.containsKey(type);
  }

  public Collection<EntityModel<?>> all() {
    return byType.values();
  }

  /** Those in whose texts people may be named. */
  public List<EntityModel<?>> mentioningPeople() {
    List<EntityModel<?>> mentioning = new ArrayList<>(byType.values());
    mentioning.removeIf(model -> !model.mentionsPeople());
    return mentioning;
  }

  /** Parents come before their children; used to order writes. */
  public int orderOf(String table) {
    return tableOrder.getOrDefault(table, Integer.MAX_VALUE);
  }

  /** The places of the entity's table and of those of its parts. */
  public Set<Integer> tablesOf(EntityModel<?> model) {
    Set<Integer> places = new HashSet<>(Set.of(orderOf(model.table())));
    model.parts().forEach(p -> places.add(orderOf(p.table())));
    return places;
  }

  @SuppressWarnings("unchecked")
  public <E> EntityModel<E> of(Entity<E> entity) {
    EntityModel<?> model = byType.get(entity.type());
    if (model == null) {
      throw new IllegalArgumentException("entity " + entity.name() + " is registered by no module");
    }
    return (EntityModel<E>) model;
  }

  @SuppressWarnings("unchecked")
  public <E> EntityModel<E> of(Class<E> type) {
    EntityModel<?> model = byType.get(type);
    if (model == null) {
      throw new IllegalArgumentException("no module registers an entity of " + type.getName());
    }
    return (EntityModel<E>) model;
  }

  public @Nullable EntityModel<?> named(String name) {
    return byName.get(name);
  }
}

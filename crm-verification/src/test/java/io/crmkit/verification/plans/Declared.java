package io.crmkit.verification.plans;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.kernel.work.KernelEntities;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.verification.BuiltModules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all modules declare: their entities, and the attributes that promise an index. */
final class Declared {

  /** Their classes need what a host brings, or are for tests. */
  private static final Set<String> WITHOUT_ENTITIES =
      Set.of("crm-testkit", "crm-jta", "crm-spring-boot-starter");

  private final List<Entity<?>> entities = new ArrayList<>(KernelEntities.ALL);
  private final ModelRegistry models = new ModelRegistry();

  /** Asks each module of the class path to register once more, and notes what it says. */
  Declared() {
    ModuleRegistrar notes =
        (ModuleRegistrar)
            Proxy.newProxyInstance(
                ModuleRegistrar.class.getClassLoader(),
                new Class<?>[] {ModuleRegistrar.class},
                (proxy, method, arguments) -> {
                  if (arguments != null && arguments[0] instanceof Entity<?> entity) {
                    entities.add(entity);
                  }
                  return null;
                });
    ServiceLoader.load(CrmModule.class).forEach(module -> module.register(notes));
    for (Entity<?> entity : entities) {
      List<String> faults = models.add(entity);
      if (!faults.isEmpty()) {
        throw new IllegalStateException(faults.toString());
      }
    }
  }

  List<EntityModel<?>> models() {
    return List.copyOf(models.all());
  }

  /**
   * A value that records can be searched by.
   *
   * @param part the list of parts that has it; null if it is the entity's own
   * @param type the class of the component; null if the column is derived
   */
  record Searched(
      EntityModel<?> model, @Nullable PartModel part, Column column, @Nullable Class<?> type) {

    /** {@code sales.lead state.owner}, {@code customers.contact posts[].reportsTo}. */
    String name() {
      String prefix = part == null ? "" : part.path() + "[].";
      return model.name() + " " + prefix + column.path();
    }

    String table() {
      return part == null ? model.table() : part.table();
    }
  }

  /**
   * All that promise an index: what some constant of the library makes an attribute of, ids,
   * declared indexes, unique keys and orders, owners, and derived columns.
   */
  List<Searched> promises() {
    Map<Class<?>, Set<String>> constants = attributeConstants();
    List<Searched> promises = new ArrayList<>();
    for (EntityModel<?> model : models.all()) {
      Set<String> paths = declared(model);
      paths.addAll(constants.getOrDefault(model.entity().type(), Set.of()));
      paths.stream()
          .map(model::column)
          .filter(column -> column.type().searchable())
          .map(c -> new Searched(model, null, c, typeOf(model.entity().type(), c.path())))
          .forEach(promises::add);
      for (PartModel part : model.parts()) {
        for (String path : constants.getOrDefault(part.type(), Set.of())) {
          Column column = part.column(path);
          promises.add(new Searched(model, part, column, typeOf(part.type(), path)));
        }
      }
    }
    return promises;
  }

  private static Set<String> declared(EntityModel<?> model) {
    Set<String> paths = new TreeSet<>(Set.of("id"));
    model.indexed().forEach(c -> paths.add(c.path()));
    model.derived().forEach(c -> paths.add(c.path()));
    // A key is looked up by its first value, too.
    model.uniqueKeys().forEach(key -> paths.add(key.get(0).path()));
    model.ordered().forEach(key -> paths.add(key.get(0).path()));
    model.entity().owners().forEach(owner -> paths.add(owner.path()));
    return paths;
  }

  /** The class of a component; null for a derived column. */
  static @Nullable Class<?> typeOf(Class<?> record, String path) {
    Class<?> type = record;
    for (String name : path.split("\\.")) {
      Optional<RecordComponent> component =
          Arrays.stream(type.isRecord() ? type.getRecordComponents() : new RecordComponent[0])
              .filter(c -> c.getName().equals(name))
              .findFirst();
      if (component.isEmpty()) {
        return null;
      }
      type = component.get().getType();
    }
    return type;
  }

  /** The paths of all constants of the type {@code Attribute} in the library, by record class. */
  private static Map<Class<?>, Set<String>> attributeConstants() {
    Map<Class<?>, Set<String>> paths = new HashMap<>();
    for (String module : BuiltModules.LIBRARIES) {
      if (!WITHOUT_ENTITIES.contains(module)) {
        classes(module)
            .flatMap(type -> Stream.of(type.getDeclaredFields()))
            .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == Attribute.class)
            .map(Declared::attribute)
            .forEach(
                a -> paths.computeIfAbsent(a.entity(), e -> new LinkedHashSet<>()).add(a.path()));
      }
    }
    return paths;
  }

  private static Attribute<?, ?> attribute(Field constant) {
    try {
      constant.setAccessible(true);
      return (Attribute<?, ?>) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Class<?>> classes(String module) {
    Path root = BuiltModules.classes(module);
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
        if (!name.endsWith("-info.class")) {
          classes.add(
              Class.forName(
                  name.substring(0, name.length() - ".class".length()),
                  false,
                  Declared.class.getClassLoader()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    return classes.stream();
  }
}

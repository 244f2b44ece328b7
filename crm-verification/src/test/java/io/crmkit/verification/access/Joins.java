package io.crmkit.verification.access;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.storage.Entity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Searches by what other records hold, which somebody could use to guess what is hidden from him.
 * What is found must be what is found among the visible records alone, looked through one by one.
 */
final class Joins {

  /** A component of a record, however deep, that holds one value. */
  private record Place(String path, Class<?> type) {}

  private final CrmSession session;
  private final Map<EntityRef, Record> records;
  private final Random random;
  private final BiConsumer<String, String> fault;
  private int compared;

  /**
   * @param fault takes the method and what is wrong
   */
  Joins(
      CrmSession session,
      Map<EntityRef, Record> records,
      Random random,
      BiConsumer<String, String> fault) {
    this.session = session;
    this.records = records;
    this.random = random;
    this.fault = fault;
  }

  /** How many results were compared. */
  int compared() {
    return compared;
  }

  void compare(Class<?> service, Method method, Set<EntityRef> shown) {
    if (method.getParameterCount() != 1
        || method.getParameterTypes()[0] != Query.class
        || !(method.getGenericParameterTypes()[0] instanceof ParameterizedType query)
        || !(query.getActualTypeArguments()[0] instanceof Class<?> searched)) {
      return;
    }
    Entity<?> entity = entityOf(searched);
    if (entity == null) {
      return;
    }
    for (Place place : places(searched)) {
      Entity<?> target = byId(place.type());
      if (target != null && !place.path().equals("id")) {
        reference(service, method, entity, place, target, shown);
      }
    }
    for (Entity<?> other : Peek.ENTITIES) {
      for (Place place : places(other.type())) {
        if (place.type() == idOf(searched) && !place.path().equals("id")) {
          back(service, method, entity, place, other, shown);
        }
      }
    }
  }

  private <E, T> void reference(
      Class<?> service,
      Method method,
      Entity<E> entity,
      Place link,
      Entity<T> target,
      Set<EntityRef> shown) {
    Place text = text(target);
    if (text == null) {
      return;
    }
    String beginning = beginning(target, text);
    Criteria<E> where =
        Criteria.ref(
            attribute(entity, link),
            target.type(),
            Criteria.startsWith(Attribute.of(target.type(), text.path(), String.class), beginning));
    check(
        service,
        method,
        where,
        visible(entity, shown),
        row -> {
          Object id = value(row, link.path());
          return id instanceof EntityId of
              && visible(target, shown).entrySet().stream()
                  .filter(t -> t.getKey().id().equals(of.value()))
                  .anyMatch(t -> begins(value(t.getValue(), text.path()), beginning));
        });
  }

  private <E, O> void back(
      Class<?> service,
      Method method,
      Entity<E> entity,
      Place link,
      Entity<O> other,
      Set<EntityRef> shown) {
    Place text = text(other);
    if (text == null) {
      return;
    }
    String beginning = beginning(other, text);
    Criteria<E> where =
        Criteria.having(
            attribute(other, link),
            Criteria.startsWith(Attribute.of(other.type(), text.path(), String.class), beginning));
    check(
        service,
        method,
        where,
        visible(entity, shown),
        row ->
            visible(other, shown).values().stream()
                .filter(o -> Objects.equals(value(o, link.path()), value(row, "id")))
                .anyMatch(o -> begins(value(o, text.path()), beginning)));
  }

  private <E> void check(
      Class<?> service,
      Method method,
      Criteria<E> where,
      Map<EntityRef, Record> visible,
      Predicate<Record> naive) {
    Object found = call(service, method, Query.where(where).limit(Query.MAX_LIMIT));
    if (found instanceof Page<?> page) {
      Set<UUID> expected =
          visible.entrySet().stream()
              .filter(row -> naive.test(row.getValue()))
              .map(row -> row.getKey().id())
              .collect(Collectors.toSet());
      Set<UUID> ids =
          page.items().stream()
              .map(row -> ((EntityId) Objects.requireNonNull(value(row, "id"))).value())
              .collect(Collectors.toSet());
      compared++;
      if (!ids.equals(expected)) {
        fault.accept(
            service.getSimpleName() + "." + method.getName(),
            "finds " + ids.size() + " instead of " + expected.size() + " by " + where);
      }
    }
  }

  private Object call(Class<?> service, Method method, Query<?> query) {
    try {
      method.setAccessible(true);
      return Objects.requireNonNull(method.invoke(session.get(service), query));
    } catch (InvocationTargetException e) {
      // An attribute that cannot be searched.
      return String.valueOf(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<EntityRef, Record> visible(Entity<?> entity, Set<EntityRef> shown) {
    return records.entrySet().stream()
        .filter(r -> r.getKey().entity().equals(entity.name()) && shown.contains(r.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static boolean begins(@Nullable Object text, String beginning) {
    return text instanceof String is && is.startsWith(beginning);
  }

  /** What some record begins with there; of any record, hidden ones above all. */
  private String beginning(Entity<?> entity, Place text) {
    List<String> texts =
        records.entrySet().stream()
            .filter(r -> r.getKey().entity().equals(entity.name()))
            .map(r -> value(r.getValue(), text.path()))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .filter(t -> !t.isEmpty())
            .sorted()
            .toList();
    if (texts.isEmpty()) {
      return "?";
    }
    String one = texts.get(random.nextInt(texts.size()));
    return one.substring(0, one.offsetByCodePoints(0, 1));
  }

  private @Nullable Place text(Entity<?> entity) {
    List<Place> texts =
        places(entity.type()).stream()
            .filter(place -> place.type() == String.class)
            .filter(place -> entity.json().stream().noneMatch(j -> place.path().startsWith(j)))
            .toList();
    return texts.isEmpty() ? null : texts.get(random.nextInt(texts.size()));
  }

  private static <E> Attribute<E, ? extends EntityId> attribute(Entity<E> entity, Place place) {
    return Attribute.of(entity.type(), place.path(), place.type().asSubclass(EntityId.class));
  }

  private static @Nullable Entity<?> entityOf(Class<?> type) {
    return Peek.ENTITIES.stream().filter(e -> e.type() == type).findFirst().orElse(null);
  }

  private static @Nullable Entity<?> byId(Class<?> id) {
    return Peek.ENTITIES.stream().filter(e -> idOf(e.type()) == id).findFirst().orElse(null);
  }

  private static Class<?> idOf(Class<?> type) {
    for (RecordComponent component : Components.of(type)) {
      if (component.getName().equals("id")) {
        return component.getType();
      }
    }
    return Object.class;
  }

  private static Set<Place> places(Class<?> type) {
    List<Place> places = new ArrayList<>();
    collect(type, "", places);
    return new LinkedHashSet<>(places);
  }

  private static void collect(Class<?> type, String path, List<Place> places) {
    for (RecordComponent component : Components.of(type)) {
      String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
      Class<?> of = component.getType();
      if (of == String.class || EntityId.class.isAssignableFrom(of)) {
        places.add(new Place(name, of));
      } else if (of.isRecord() && of != type) {
        collect(of, name, places);
      }
    }
  }

  private static @Nullable Object value(Object row, String path) {
    return Fuzz.value(row, path);
  }
}

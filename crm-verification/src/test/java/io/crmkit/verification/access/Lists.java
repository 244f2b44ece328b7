package io.crmkit.verification.access;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.storage.Entity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * What a search gives under a policy is what it gives without one, less what the caller may not
 * see: nothing is told that is hidden, and nothing is missing. Counts count just that.
 */
final class Lists {

  private final CrmSession session;
  private final AtomicReference<AccessPolicy> policy;
  private final BiConsumer<String, String> fault;
  private int compared;

  /**
   * @param fault takes the method and what is wrong
   */
  Lists(
      CrmSession session, AtomicReference<AccessPolicy> policy, BiConsumer<String, String> fault) {
    this.session = session;
    this.policy = policy;
    this.fault = fault;
  }

  /** How many results were compared. */
  int compared() {
    return compared;
  }

  void compare(Class<?> service, Method method, Set<EntityRef> shown) {
    if (method.getParameterCount() != 1 || !(entity(method) instanceof Class<?> entity)) {
      return;
    }
    String name = service.getSimpleName() + "." + method.getName();
    Set<UUID> visible =
        shown.stream()
            .filter(ref -> names(entity).contains(ref.entity()))
            .map(EntityRef::id)
            .collect(Collectors.toSet());
    Object argument =
        method.getParameterTypes()[0] == Query.class
            ? Query.everything().limit(Query.MAX_LIMIT)
            : Criteria.all();
    AccessPolicy restricted = policy.get();
    Object some = call(service, method, argument);
    policy.set(AccessPolicy.allowAll());
    Object all = call(service, method, argument);
    policy.set(restricted);
    if (some instanceof Page<?> page && all instanceof Page<?> full) {
      compared++;
      List<UUID> expected = ids(full).stream().filter(visible::contains).toList();
      if (!Set.copyOf(ids(page)).equals(Set.copyOf(expected))) {
        fault.accept(name, "gives " + ids(page).size() + " instead of " + expected.size());
      }
    } else if (some instanceof Long count && all instanceof Long) {
      compared++;
      if (count != visible.size()) {
        fault.accept(name, "counts " + count + " instead of " + visible.size());
      }
    }
  }

  /** The record class that a parameter {@code Query<E>} or {@code Criteria<E>} speaks of. */
  private static java.lang.reflect.Type entity(Method method) {
    Class<?> raw = method.getParameterTypes()[0];
    return (raw == Query.class || raw == Criteria.class)
            && method.getGenericParameterTypes()[0] instanceof ParameterizedType type
        ? type.getActualTypeArguments()[0]
        : new java.lang.reflect.Type() {};
  }

  private static Set<String> names(Class<?> type) {
    return Peek.ENTITIES.stream()
        .filter(entity -> entity.type() == type)
        .map(Entity::name)
        .collect(Collectors.toSet());
  }

  private static List<UUID> ids(Page<?> page) {
    return page.items().stream()
        .map(Record.class::cast)
        .map(
            row ->
                Arrays.stream(Components.of(row.getClass()))
                    .filter(component -> component.getName().equals("id"))
                    .findFirst()
                    .map(component -> (EntityId) Graph.component(row, component))
                    .map(EntityId::value)
                    .orElseThrow())
        .toList();
  }

  private Object call(Class<?> service, Method method, Object argument) {
    try {
      method.setAccessible(true);
      return Objects.requireNonNull(method.invoke(session.get(service), argument));
    } catch (InvocationTargetException e) {
      return String.valueOf(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}

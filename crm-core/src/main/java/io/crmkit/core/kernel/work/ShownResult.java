package io.crmkit.core.kernel.work;

import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.model.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What leaves a unit of work: records in an answer, however deep within it, as the caller is shown
 * them.
 */
final class ShownResult {

  private final Scope scope;
  private final ModelRegistry models;

  ShownResult(Scope scope) {
    this.scope = scope;
    this.models = scope.kernel().models();
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // null stays null
  <R> R of(R result) {
    return (R) shown(result);
  }

  private @Nullable Object shown(@Nullable Object value) {
    if (value instanceof Record whole) {
      return models.has(whole.getClass())
          ? record(models.of(whole.getClass()), whole)
          : Records.rebuilt(whole, (name, component) -> shown(component));
    } else if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? value : Optional.ofNullable(shown(optional.get()));
    } else if (value instanceof Set<?> set) {
      Set<@Nullable Object> all = new LinkedHashSet<>();
      return differs(set, all) ? all : value;
    } else if (value instanceof Collection<?> many) {
      List<@Nullable Object> all = new ArrayList<>(many.size());
      return differs(many, all) ? Collections.unmodifiableList(all) : value;
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> all = new LinkedHashMap<>();
      boolean[] differs = {false};
      map.forEach(
          (key, held) -> {
            Object shown = shown(held);
            differs[0] |= shown != held;
            all.put(key, shown);
          });
      return differs[0] ? all : value;
    }
    return value;
  }

  private boolean differs(Collection<?> from, Collection<@Nullable Object> into) {
    boolean differs = false;
    for (Object held : from) {
      Object shown = shown(held);
      differs |= shown != held;
      into.add(shown);
    }
    return differs;
  }

  private <E> Object record(EntityModel<E> model, Object row) {
    FieldVeil<E> veil = scope.veil(model);
    return veil == null ? row : veil.shown(model.entity().type().cast(row));
  }
}

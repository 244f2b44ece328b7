package io.crmkit.verification.access;

import io.crmkit.api.value.Bytes;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value tells: every id and every text in it, however deep, and in texts, too. */
record Graph(Set<UUID> ids, List<String> texts) {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  static Graph of(@Nullable Object value) {
    return of(value, path -> true);
  }

  /**
   * @param told whether what stands at this path is told at all; paths as in criteria
   */
  static Graph of(@Nullable Object value, Predicate<String> told) {
    Graph graph = new Graph(new HashSet<>(), new ArrayList<>());
    graph.walk(value, "", told);
    return graph;
  }

  private void walk(@Nullable Object value, String path, Predicate<String> told) {
    if (value == null || value instanceof Bytes || !told.test(path)) {
      return;
    }
    if (value instanceof UUID id) {
      ids.add(id);
    } else if (value instanceof CharSequence text) {
      text(text.toString());
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(v -> walk(v, path, told));
    } else if (value instanceof Throwable failure) {
      text(String.valueOf(failure.getMessage()));
      walk(failure.getCause(), path, told);
    } else if (value instanceof Iterable<?> many) {
      many.forEach(v -> walk(v, path, told));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (k, v) -> {
            walk(k, path, told);
            walk(v, path, told);
          });
    } else if (value instanceof Record fields) {
      for (RecordComponent component : Components.of(fields.getClass())) {
        String name = component.getName();
        walk(component(fields, component), path.isEmpty() ? name : path + "." + name, told);
      }
    }
  }

  private void text(String text) {
    texts.add(text);
    Matcher matcher = ID.matcher(text);
    while (matcher.find()) {
      ids.add(UUID.fromString(matcher.group()));
    }
  }

  static @Nullable Object component(Record fields, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  /** The text with every id that the predicate does not know made unrecognizable. */
  static String masked(String text, Predicate<UUID> known) {
    return ID.matcher(text)
        .replaceAll(m -> known.test(UUID.fromString(m.group())) ? m.group() : "?");
  }
}

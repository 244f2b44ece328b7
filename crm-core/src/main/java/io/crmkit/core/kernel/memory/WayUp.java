package io.crmkit.core.kernel.memory;

import io.crmkit.core.kernel.model.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From row to row by a reference to rows of the same kind.
 *
 * @param load the row with an id, if there is one
 * @param reference the column that refers to the next one
 */
record WayUp<E>(Function<UUID, @Nullable E> load, Column reference) {

  /** The row with this id, the one that it refers to, and so on; a circle is gone round once. */
  List<E> from(UUID id) {
    List<E> way = new ArrayList<>();
    Set<UUID> passed = new HashSet<>();
    UUID next = id;
    while (next != null && passed.add(next)) {
      E row = load.apply(next);
      if (row == null) {
        return way;
      }
      way.add(row);
      next = (UUID) reference.valueOf(row);
    }
    return way;
  }
}

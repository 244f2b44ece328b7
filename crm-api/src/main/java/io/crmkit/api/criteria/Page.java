package io.crmkit.api.criteria;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer. Pages are cut by key, so that rows inserted meanwhile shift nothing.
 *
 * @param items the rows, in order
 * @param next where the next page begins, for {@link Query#after}; null if this is the last one
 */
public record Page<E>(List<E> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }
}

package io.crmkit.core.kernel.storage;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows, in which order, how many.
 *
 * @param where the condition, access already included
 * @param orderBy the sort keys; the id decides last
 * @param limit rows at most; 0 for all
 * @param after the place after which to begin, or null
 */
public record Selection<E>(
    Criteria<E> where, List<Order<E>> orderBy, int limit, @Nullable PageKey after) {

  /** The same rows under another condition. */
  public Selection<E> where(Criteria<E> other) {
    return other == where ? this : new Selection<>(other, orderBy, limit, after);
  }

  public static <E> Selection<E> all(Criteria<E> where) {
    return new Selection<>(where, List.of(), 0, null);
  }
}

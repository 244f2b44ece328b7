package io.crmkit.api.criteria;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to look for, in which order, how much of it.
 *
 * @param where the condition
 * @param orderBy the sort keys; rows that are equal in them, and all rows when there are none, come
 *     in the order of their ids
 * @param limit rows at most, 1 to 10,000
 * @param after the {@link Page#next} of the page before, or null for the first page
 */
public record Query<E>(
    Criteria<E> where, List<Order<E>> orderBy, int limit, @Nullable String after) {

  /** The limit of queries that name none. */
  public static final int DEFAULT_LIMIT = 100;

  /** The greatest limit. */
  public static final int MAX_LIMIT = 10_000;

  public Query {
    Objects.requireNonNull(where, "where");
    orderBy = List.copyOf(orderBy);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
    }
  }

  public static <E> Query<E> where(Criteria<E> where) {
    return new Query<>(where, List.of(), DEFAULT_LIMIT, null);
  }

  /** Everything that the caller may see. */
  public static <E> Query<E> everything() {
    return where(Criteria.all());
  }

  @SafeVarargs
  public final Query<E> orderBy(Order<E>... keys) {
    return new Query<>(where, List.of(keys), limit, after);
  }

  public Query<E> limit(int rows) {
    return new Query<>(where, orderBy, rows, after);
  }

  public Query<E> after(@Nullable String cursor) {
    return new Query<>(where, orderBy, limit, cursor);
  }
}

package io.crmkit.api.relay;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which timers of a tenant. Everything that is said must hold.
 *
 * @param ids these; any if empty
 * @param handler of this handler, or null
 * @param status standing so, or null
 * @param limit how many a page has, 1 to 1,000
 * @param after the cursor of the page before, or null
 */
public record TimerQuery(
    List<UUID> ids,
    @Nullable String handler,
    @Nullable WorkStatus status,
    int limit,
    @Nullable String after) {

  /**
   * @throws IllegalArgumentException if the limit is out of its range
   */
  public TimerQuery {
    ids = List.copyOf(ids);
    if (limit < 1 || limit > DeliveryQuery.MOST) {
      throw new IllegalArgumentException(
          "a page has 1 to " + DeliveryQuery.MOST + " items, not " + limit);
    }
  }

  /** All of them, a hundred a page. */
  public static TimerQuery all() {
    return new TimerQuery(List.of(), null, null, 100, null);
  }

  /** The one with this id. */
  public static TimerQuery of(UUID id) {
    return new TimerQuery(List.of(id), null, null, 1, null);
  }

  public TimerQuery handledBy(String handlerId) {
    return new TimerQuery(ids, handlerId, status, limit, after);
  }

  public TimerQuery standing(WorkStatus wanted) {
    return new TimerQuery(ids, handler, wanted, limit, after);
  }

  public TimerQuery limit(int most) {
    return new TimerQuery(ids, handler, status, most, after);
  }

  public TimerQuery after(@Nullable String cursor) {
    return new TimerQuery(ids, handler, status, limit, cursor);
  }
}

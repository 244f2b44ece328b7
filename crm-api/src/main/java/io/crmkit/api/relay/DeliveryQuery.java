package io.crmkit.api.relay;

import io.crmkit.api.value.EntityRef;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries of a tenant. Everything that is said must hold.
 *
 * @param ids these; any if empty
 * @param subscriber to this subscriber, or null
 * @param subject about this record, or null
 * @param status standing so, or null
 * @param limit how many a page has, 1 to 1,000
 * @param after the cursor of the page before, or null
 */
public record DeliveryQuery(
    List<UUID> ids,
    @Nullable String subscriber,
    @Nullable EntityRef subject,
    @Nullable WorkStatus status,
    int limit,
    @Nullable String after) {

  static final int MOST = 1_000;

  /**
   * @throws IllegalArgumentException if the limit is out of its range
   */
  public DeliveryQuery {
    ids = List.copyOf(ids);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page has 1 to " + MOST + " items, not " + limit);
    }
  }

  /** All of them, a hundred a page. */
  public static DeliveryQuery all() {
    return new DeliveryQuery(List.of(), null, null, null, 100, null);
  }

  /** The one with this id. */
  public static DeliveryQuery of(UUID id) {
    return new DeliveryQuery(List.of(id), null, null, null, 1, null);
  }

  public DeliveryQuery to(String subscriberId) {
    return new DeliveryQuery(ids, subscriberId, subject, status, limit, after);
  }

  public DeliveryQuery about(EntityRef record) {
    return new DeliveryQuery(ids, subscriber, record, status, limit, after);
  }

  public DeliveryQuery standing(WorkStatus wanted) {
    return new DeliveryQuery(ids, subscriber, subject, wanted, limit, after);
  }

  public DeliveryQuery limit(int most) {
    return new DeliveryQuery(ids, subscriber, subject, status, most, after);
  }

  public DeliveryQuery after(@Nullable String cursor) {
    return new DeliveryQuery(ids, subscriber, subject, status, limit, cursor);
  }
}

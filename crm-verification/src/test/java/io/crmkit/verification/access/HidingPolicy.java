package io.crmkit.verification.access;

import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.AccessRequest;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.relay.QueuedDelivery;
import io.crmkit.api.relay.QueuedTimer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Hides some records, which can then not be written either. What is made anew is seen by whoever
 * made it.
 *
 * @param hidden ids by the record class
 */
record HidingPolicy(Map<Class<?>, Set<UUID>> hidden) implements AccessPolicy {

  static final String OPERATORS = "operators only";

  @Override
  public Access decide(AccessRequest request) {
    Class<?> type = request.entity();
    if (Peek.ENTITIES.stream().noneMatch(entity -> entity.type() == type)) {
      // Whoever looks after the queues sees what they hold; this caller does not.
      return type == QueuedDelivery.class || type == QueuedTimer.class
          ? Access.deny(OPERATORS)
          : Access.allow();
    }
    return Access.only(Criteria.not(among(type, hidden.getOrDefault(type, Set.of()))));
  }

  private static <E> Criteria<E> among(Class<E> type, Set<UUID> ids) {
    Class<?> id =
        Arrays.stream(Components.of(type))
            .filter(component -> component.getName().equals("id"))
            .findFirst()
            .orElseThrow()
            .getType();
    return in(type, id, ids.stream().map(uuid -> Inputs.id(id, uuid)).toList());
  }

  private static <E, V> Criteria<E> in(Class<E> type, Class<V> id, List<Object> values) {
    return Attribute.of(type, "id", id).in(values.stream().map(id::cast).toList());
  }
}

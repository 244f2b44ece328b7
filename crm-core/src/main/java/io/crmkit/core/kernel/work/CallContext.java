package io.crmkit.core.kernel.work;

import io.crmkit.api.field.CustomValues;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session says of its commands.
 *
 * @param occurredAt when they happened; null for now
 * @param reason why, or null
 * @param correlationId the host's, or null
 * @param key the idempotency key of the next command, or null
 * @param custom the values of custom fields that new records get, by their class
 * @param asShown whether what is read is shown as it leaves a unit of work, even within a command
 */
record CallContext(
    @Nullable Instant occurredAt,
    @Nullable String reason,
    @Nullable String correlationId,
    @Nullable String key,
    Map<Class<?>, CustomValues> custom,
    boolean asShown) {

  static final CallContext NONE = new CallContext(null, null, null, null, Map.of(), false);

  CallContext occurredAt(Instant moment) {
    return new CallContext(moment, reason, correlationId, key, custom, asShown);
  }

  CallContext reason(String why) {
    return new CallContext(occurredAt, why, correlationId, key, custom, asShown);
  }

  CallContext correlationId(String id) {
    return new CallContext(occurredAt, reason, id, key, custom, asShown);
  }

  CallContext key(@Nullable String newKey) {
    return new CallContext(occurredAt, reason, correlationId, newKey, custom, asShown);
  }

  CallContext custom(Class<?> entity, CustomValues values) {
    Map<Class<?>, CustomValues> all = new HashMap<>(custom);
    all.put(entity, values);
    return new CallContext(occurredAt, reason, correlationId, key, Map.copyOf(all), asShown);
  }

  CallContext shown() {
    return new CallContext(occurredAt, reason, correlationId, key, custom, true);
  }
}

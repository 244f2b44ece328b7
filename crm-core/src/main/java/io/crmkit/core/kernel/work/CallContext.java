package io.crmkit.core.kernel.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session says of its commands.
 *
 * @param occurredAt when they happened; null for now
 * @param reason why, or null
 * @param correlationId the host's, or null
 * @param key the idempotency key of the next command, or null
 */
record CallContext(
    @Nullable Instant occurredAt,
    @Nullable String reason,
    @Nullable String correlationId,
    @Nullable String key) {

  static final CallContext NONE = new CallContext(null, null, null, null);

  CallContext occurredAt(Instant moment) {
    return new CallContext(moment, reason, correlationId, key);
  }

  CallContext reason(String why) {
    return new CallContext(occurredAt, why, correlationId, key);
  }

  CallContext correlationId(String id) {
    return new CallContext(occurredAt, reason, id, key);
  }

  CallContext key(@Nullable String newKey) {
    return new CallContext(occurredAt, reason, correlationId, newKey);
  }
}

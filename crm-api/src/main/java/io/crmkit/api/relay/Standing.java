package io.crmkit.api.relay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery or a timer stands.
 *
 * @param status whether it waits, and for what
 * @param failures how many attempts have failed
 * @param dueAt when it is looked at next; null if never, since it is parked
 * @param lastError why the last attempt failed, or null
 */
public record Standing(
    WorkStatus status, int failures, @Nullable Instant dueAt, @Nullable String lastError) {}

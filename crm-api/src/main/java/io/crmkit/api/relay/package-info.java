/**
 * Durable work: deliveries of events and timers, how they are retried, and how to look after them.
 */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.relay;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

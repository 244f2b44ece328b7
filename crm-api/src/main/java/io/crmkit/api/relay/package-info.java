/**
 * Durable work: deliveries of events and timers, how they are retried, and how to look after them.
 */
@NullMarked
package io.crmkit.api.relay;

import org.jspecify.annotations.NullMarked;

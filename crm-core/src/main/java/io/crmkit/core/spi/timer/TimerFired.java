package io.crmkit.core.spi.timer;

import java.time.Instant;

/**
 * A timer whose moment has come.
 *
 * @param key which one
 * @param due when it was to fire; now or earlier
 * @param payload what was given when it was set
 */
public record TimerFired<P>(TimerKey key, Instant due, P payload) {}

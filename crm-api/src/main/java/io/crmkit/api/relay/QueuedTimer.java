package io.crmkit.api.relay;

import java.time.Instant;
import java.util.UUID;

/**
 * A timer that has not fired. The access policy is asked about this class: to read, to change in
 * order to retry, to delete in order to discard.
 *
 * @param id the timer
 * @param handler the stable id of its handler
 * @param name what it is about, as its module named it
 * @param due when it was to fire
 * @param setAt when it was set
 * @param standing how it stands
 */
public record QueuedTimer(
    UUID id, String handler, String name, Instant due, Instant setAt, Standing standing) {}

package io.crmkit.api.relay;

import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.util.UUID;

/**
 * An event on its way to a durable subscriber. The access policy is asked about this class: to read
 * in order to look at deliveries, to change in order to retry and replay, to delete in order to
 * discard.
 *
 * @param id the delivery
 * @param subscriber the stable id of the subscriber
 * @param event the id of the event, as in its envelope
 * @param subject what the event is about; subscriber and subject are its queue
 * @param position the place of the event among those of its node
 * @param recordedAt when the event was written down
 * @param standing how it stands
 */
public record QueuedDelivery(
    UUID id,
    String subscriber,
    UUID event,
    EntityRef subject,
    long position,
    Instant recordedAt,
    Standing standing) {}

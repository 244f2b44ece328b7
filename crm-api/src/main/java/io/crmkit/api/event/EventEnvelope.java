package io.crmkit.api.event;

import io.crmkit.api.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * An event with the circumstances of its recording.
 *
 * @param id unique; the same at every delivery, so that receivers can recognise a repetition
 * @param tenant whose event this is
 * @param actor the id of the actor whose command caused it
 * @param occurredAt when it happened
 * @param recordedAt when it was written down
 * @param event what happened
 */
public record EventEnvelope<E extends CrmEvent>(
    UUID id, TenantId tenant, String actor, Instant occurredAt, Instant recordedAt, E event) {}

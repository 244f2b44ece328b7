package io.crmkit.api.view;

import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import java.time.Instant;

/**
 * One line of a customer's timeline.
 *
 * @param occurredAt when it happened
 * @param module the id of the module that tells it
 * @param kind a stable word within the module, such as {@code "opportunity-won"}
 * @param subject the record it speaks of
 * @param text what happened, for people
 */
public record TimelineEntry(
    Instant occurredAt, String module, String kind, EntityRef subject, Label text) {}

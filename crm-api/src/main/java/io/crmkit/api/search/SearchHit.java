package io.crmkit.api.search;

import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;

/**
 * A record that was found.
 *
 * @param record which one
 * @param kind what it is, for people, such as "Opportunity"
 * @param title what it is called
 */
public record SearchHit(EntityRef record, Label kind, Label title) {}

package io.crmkit.api.sales.lead;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How a lead stands.
 *
 * @param status how far it has come
 * @param score how promising it is, 0 to 100
 * @param owner the responsible person, in the host's terms, or null if there is none yet
 * @param reason why it has this status or score, or null if nothing was said
 */
@RecordBuilder
public record LeadState(
    LeadStatus status, int score, @Nullable String owner, @Nullable String reason)
    implements LeadStateBuilder.With {}

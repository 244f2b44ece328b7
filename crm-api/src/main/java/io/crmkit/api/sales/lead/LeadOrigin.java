package io.crmkit.api.sales.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead came from.
 *
 * @param channel the way it came in
 * @param source the site, fair, partner or programme, such as {@code "www.example.com"}
 * @param externalKey the source's own key, unique within the source, or null if it has none
 * @param campaign the campaign that it answers to, or null
 * @param capturedAt when the need was told
 */
public record LeadOrigin(
    LeadChannel channel,
    String source,
    @Nullable String externalKey,
    @Nullable String campaign,
    Instant capturedAt) {}

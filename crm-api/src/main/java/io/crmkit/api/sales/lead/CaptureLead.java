package io.crmkit.api.sales.lead;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A need has come in.
 *
 * @param channel the way it came
 * @param source the site, fair, partner or programme, 1 to 100 characters
 * @param externalKey the source's own key, at most 200 characters, or null; a second capture with
 *     the same source, key and form gives the lead that is there
 * @param campaign the campaign that it answers to, at most 100 characters, or null
 * @param form what was filled in: at least a person, an organization, an e-mail address or a
 *     telephone number
 * @param owner the responsible person, or null
 */
@RecordBuilder
public record CaptureLead(
    LeadChannel channel,
    String source,
    @Nullable String externalKey,
    @Nullable String campaign,
    LeadForm form,
    @Nullable String owner)
    implements CaptureLeadBuilder.With {}

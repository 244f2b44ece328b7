package io.crmkit.api.sales.opportunity;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.sales.lead.LeadId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an opportunity came from.
 *
 * @param openedAt when it began
 * @param lead the lead that it was, or null
 * @param contact the contact who first spoke of it, or null
 * @param source the program that it was imported from, or null
 * @param externalId its id there, or null
 */
@RecordBuilder
public record OpportunityOrigin(
    Instant openedAt,
    @Nullable LeadId lead,
    @Nullable ContactId contact,
    @Nullable String source,
    @Nullable String externalId)
    implements OpportunityOriginBuilder.With {}

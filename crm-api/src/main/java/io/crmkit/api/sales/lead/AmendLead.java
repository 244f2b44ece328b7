package io.crmkit.api.sales.lead;

import io.soabase.recordbuilder.core.RecordBuilder;

/** More, or better, is known of the prospect and its need. The form stays as it came. */
@RecordBuilder
public record AmendLead(LeadId id, long version, Prospect prospect, LeadNeed need)
    implements AmendLeadBuilder.With {}

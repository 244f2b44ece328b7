package io.crmkit.api.sales.lead;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The lead becomes a customer, a contact and an opportunity.
 *
 * @param customer an existing customer to take, or null to register the lead's organization
 * @param contact an existing contact to take, or null to register the lead's person, if it names
 *     one
 * @param deal what the opportunity shall be
 */
@RecordBuilder
public record ConvertLead(
    LeadId id,
    long version,
    @Nullable CustomerId customer,
    @Nullable ContactId contact,
    LeadDeal deal)
    implements ConvertLeadBuilder.With {}

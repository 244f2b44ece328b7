package io.crmkit.api.sales.lead;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a lead became. All null until it is converted.
 *
 * @param customer the customer, or null
 * @param contact the contact, or null if the lead named no person
 * @param opportunity the opportunity, or null
 * @param convertedAt when, or null
 */
public record LeadConversion(
    @Nullable CustomerId customer,
    @Nullable ContactId contact,
    @Nullable OpportunityId opportunity,
    @Nullable Instant convertedAt) {

  public static LeadConversion none() {
    return new LeadConversion(null, null, null, null);
  }
}

package io.crmkit.api.sales.opportunity;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.contact.Stance;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A contact plays this part in this purchase; replaces what was known of that contact's part.
 *
 * @param opportunity the purchase
 * @param contact who
 * @param role the part played
 * @param stance for or against us
 * @param influence on the decision, 0 to 100
 */
@RecordBuilder
public record PutBuyingMember(
    OpportunityId opportunity, ContactId contact, BuyingRole role, Stance stance, int influence)
    implements PutBuyingMemberBuilder.With {}

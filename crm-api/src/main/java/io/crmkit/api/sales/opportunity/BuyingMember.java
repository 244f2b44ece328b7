package io.crmkit.api.sales.opportunity;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.contact.Stance;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact's part in one purchase.
 *
 * @param id this membership
 * @param version rises with every change
 * @param opportunity the purchase
 * @param contact who
 * @param role the part played
 * @param stance for or against us
 * @param influence on the decision, 0 to 100
 * @param lastMetAt when we last spoke, or null if never
 */
@RecordBuilder
public record BuyingMember(
    BuyingMemberId id,
    long version,
    OpportunityId opportunity,
    ContactId contact,
    BuyingRole role,
    Stance stance,
    int influence,
    @Nullable Instant lastMetAt)
    implements BuyingMemberBuilder.With {}

package io.crmkit.api.sales.opportunity;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.module.ProvidedBy;

/**
 * Who decides and who handles, per opportunity. As safe for threads as the session it came from.
 */
@ProvidedBy("io.crmkit:crm-sales")
public interface BuyingCentres {

  /** The members that are known. */
  BuyingCentre of(OpportunityId opportunity);

  /**
   * Adds a contact or replaces its part. When it was last met is kept.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such opportunity or contact
   * @throws io.crmkit.api.error.InvalidInput if the influence is not 0 to 100
   */
  BuyingMember put(PutBuyingMember command);

  /**
   * Says that we met the contact, when the session says; an earlier meeting than the one known
   * changes nothing.
   *
   * @throws io.crmkit.api.error.NotFound if the contact is no member
   */
  BuyingMember met(OpportunityId opportunity, ContactId contact);

  /** Takes a contact out; nothing happens if it is no member. */
  void remove(OpportunityId opportunity, ContactId contact);
}

package io.crmkit.api.sales.opportunity;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.contact.Stance;

/** By what members of buying centres can be searched. */
public final class BuyingMemberAttributes {

  public static final Attribute<BuyingMember, OpportunityId> OPPORTUNITY =
      Attribute.of(BuyingMember.class, "opportunity", OpportunityId.class);
  public static final Attribute<BuyingMember, ContactId> CONTACT =
      Attribute.of(BuyingMember.class, "contact", ContactId.class);
  public static final Attribute<BuyingMember, BuyingRole> ROLE =
      Attribute.of(BuyingMember.class, "role", BuyingRole.class);
  public static final Attribute<BuyingMember, Stance> STANCE =
      Attribute.of(BuyingMember.class, "stance", Stance.class);

  private BuyingMemberAttributes() {}
}

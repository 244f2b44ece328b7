package io.crmkit.sales.opportunity;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.BuyingMember;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityChange;
import io.crmkit.api.sales.opportunity.OpportunityChangeId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.core.spi.storage.Entity;
import java.time.Instant;

/** The declarations of opportunities, their history and their buying centres. */
public final class OpportunityEntities {

  static final Attribute<OpportunityChange, OpportunityId> CHANGE_OF =
      Attribute.of(OpportunityChange.class, "opportunity", OpportunityId.class);
  public static final Attribute<OpportunityChange, Instant> CHANGED_AT =
      Attribute.of(OpportunityChange.class, "occurredAt", Instant.class);
  static final Attribute<OpportunityChange, OpportunityChangeId> CHANGE_ID =
      Attribute.of(OpportunityChange.class, "id", OpportunityChangeId.class);

  public static final Entity<Opportunity> OPPORTUNITIES =
      Entity.of(Opportunity.class, SalesEntities.OPPORTUNITY, "crm_opportunity")
          .json("answers")
          .unique(SalesReason.OPPORTUNITY_EXTERNAL_ID_TAKEN, "origin.source", "origin.externalId")
          .indexed("customer", "progress.pipeline")
          .mentionsPeopleIn("name", "progress.lossReason", "answers")
          .rootOfAccess();

  public static final Entity<OpportunityChange> CHANGES =
      Entity.of(OpportunityChange.class, SalesEntities.OPPORTUNITY_CHANGE, "crm_opportunity_change")
          .indexed("opportunity")
          .repeats("standing.amount", "deal.amount")
          .repeats("standing.expectedClose", "deal.expectedClose")
          .appendOnly()
          .unaudited()
          .ownedBy("opportunity", Opportunity.class);

  public static final Entity<BuyingMember> MEMBERS =
      Entity.of(BuyingMember.class, SalesEntities.BUYING_MEMBER, "crm_buying_member")
          .unique(SalesReason.MEMBER_TAKEN, "opportunity", "contact")
          .indexed("opportunity", "contact")
          .ownedBy("opportunity", Opportunity.class);

  private OpportunityEntities() {}
}

package io.crmkit.api.sales.opportunity;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.sales.lead.LeadId;
import io.crmkit.api.sales.pipeline.PipelineId;
import io.crmkit.api.sales.pipeline.StageCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** By what opportunities can be searched and sorted. */
public final class OpportunityAttributes {

  public static final Attribute<Opportunity, String> NAME =
      Attribute.of(Opportunity.class, "name", String.class);
  public static final Attribute<Opportunity, CustomerId> CUSTOMER =
      Attribute.of(Opportunity.class, "customer", CustomerId.class);
  public static final Attribute<Opportunity, String> OWNER =
      Attribute.of(Opportunity.class, "owner.person", String.class);
  public static final Attribute<Opportunity, String> TEAM =
      Attribute.of(Opportunity.class, "owner.team", String.class);
  public static final Attribute<Opportunity, String> REGION =
      Attribute.of(Opportunity.class, "owner.region", String.class);
  public static final Attribute<Opportunity, BigDecimal> AMOUNT =
      Attribute.of(Opportunity.class, "deal.amount.amount", BigDecimal.class);
  public static final Attribute<Opportunity, LocalDate> EXPECTED_CLOSE =
      Attribute.of(Opportunity.class, "deal.expectedClose", LocalDate.class);
  public static final Attribute<Opportunity, String> PRODUCT_NAME =
      Attribute.of(Opportunity.class, "deal.productName", String.class);
  public static final Attribute<Opportunity, PipelineId> PIPELINE =
      Attribute.of(Opportunity.class, "progress.pipeline", PipelineId.class);
  public static final Attribute<Opportunity, String> STAGE =
      Attribute.of(Opportunity.class, "progress.stage", String.class);
  public static final Attribute<Opportunity, StageCategory> CATEGORY =
      Attribute.of(Opportunity.class, "progress.category", StageCategory.class);
  public static final Attribute<Opportunity, LocalDate> CLOSED_ON =
      Attribute.of(Opportunity.class, "progress.closedOn", LocalDate.class);
  public static final Attribute<Opportunity, Instant> OPENED_AT =
      Attribute.of(Opportunity.class, "origin.openedAt", Instant.class);

  /** When anything in its history last happened. */
  public static final Attribute<Opportunity, Instant> CHANGED_AT =
      Attribute.of(Opportunity.class, "progress.changedAt", Instant.class);

  public static final Attribute<Opportunity, LeadId> LEAD =
      Attribute.of(Opportunity.class, "origin.lead", LeadId.class);
  public static final Attribute<Opportunity, String> SOURCE =
      Attribute.of(Opportunity.class, "origin.source", String.class);
  public static final Attribute<Opportunity, String> EXTERNAL_ID =
      Attribute.of(Opportunity.class, "origin.externalId", String.class);

  private OpportunityAttributes() {}
}

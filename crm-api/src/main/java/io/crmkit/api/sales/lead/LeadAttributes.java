package io.crmkit.api.sales.lead;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import java.time.Instant;

/** By what leads can be searched and sorted. */
public final class LeadAttributes {

  public static final Attribute<Lead, LeadChannel> CHANNEL =
      Attribute.of(Lead.class, "origin.channel", LeadChannel.class);
  public static final Attribute<Lead, String> SOURCE =
      Attribute.of(Lead.class, "origin.source", String.class);
  public static final Attribute<Lead, String> EXTERNAL_KEY =
      Attribute.of(Lead.class, "origin.externalKey", String.class);
  public static final Attribute<Lead, String> CAMPAIGN =
      Attribute.of(Lead.class, "origin.campaign", String.class);
  public static final Attribute<Lead, Instant> CAPTURED_AT =
      Attribute.of(Lead.class, "origin.capturedAt", Instant.class);
  public static final Attribute<Lead, String> ORGANIZATION =
      Attribute.of(Lead.class, "prospect.organization", String.class);
  public static final Attribute<Lead, String> PERSON =
      Attribute.of(Lead.class, "prospect.person", String.class);
  public static final Attribute<Lead, String> EMAIL =
      Attribute.of(Lead.class, "prospect.email", String.class);
  public static final Attribute<Lead, String> TOPIC =
      Attribute.of(Lead.class, "need.topic", String.class);
  public static final Attribute<Lead, LeadStatus> STATUS =
      Attribute.of(Lead.class, "state.status", LeadStatus.class);
  public static final Attribute<Lead, Integer> SCORE =
      Attribute.of(Lead.class, "state.score", Integer.class);
  public static final Attribute<Lead, String> OWNER =
      Attribute.of(Lead.class, "state.owner", String.class);
  public static final Attribute<Lead, CustomerId> CUSTOMER =
      Attribute.of(Lead.class, "conversion.customer", CustomerId.class);
  public static final Attribute<Lead, OpportunityId> OPPORTUNITY =
      Attribute.of(Lead.class, "conversion.opportunity", OpportunityId.class);

  private LeadAttributes() {}
}

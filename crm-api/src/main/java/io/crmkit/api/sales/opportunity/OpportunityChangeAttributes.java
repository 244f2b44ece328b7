package io.crmkit.api.sales.opportunity;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.sales.pipeline.StageCategory;
import java.time.Instant;

/** By what the history of opportunities can be searched and sorted. */
public final class OpportunityChangeAttributes {

  public static final Attribute<OpportunityChange, OpportunityId> OPPORTUNITY =
      Attribute.of(OpportunityChange.class, "opportunity", OpportunityId.class);
  public static final Attribute<OpportunityChange, OpportunityChange.Kind> KIND =
      Attribute.of(OpportunityChange.class, "kind", OpportunityChange.Kind.class);
  public static final Attribute<OpportunityChange, String> STAGE =
      Attribute.of(OpportunityChange.class, "standing.stage", String.class);
  public static final Attribute<OpportunityChange, StageCategory> CATEGORY =
      Attribute.of(OpportunityChange.class, "standing.category", StageCategory.class);
  public static final Attribute<OpportunityChange, Instant> OCCURRED_AT =
      Attribute.of(OpportunityChange.class, "occurredAt", Instant.class);

  private OpportunityChangeAttributes() {}
}

package io.crmkit.api.sales.quote;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import java.time.Instant;
import java.time.LocalDate;

/** By what quotes can be searched and sorted. */
public final class QuoteAttributes {

  public static final Attribute<Quote, String> NUMBER =
      Attribute.of(Quote.class, "heading.number", String.class);
  public static final Attribute<Quote, Integer> REVISION =
      Attribute.of(Quote.class, "heading.revision", Integer.class);
  public static final Attribute<Quote, OpportunityId> OPPORTUNITY =
      Attribute.of(Quote.class, "heading.opportunity", OpportunityId.class);
  public static final Attribute<Quote, CustomerId> CUSTOMER =
      Attribute.of(Quote.class, "heading.customer", CustomerId.class);
  public static final Attribute<Quote, QuoteStatus> STATUS =
      Attribute.of(Quote.class, "status", QuoteStatus.class);
  public static final Attribute<Quote, LocalDate> VALID_UNTIL =
      Attribute.of(Quote.class, "terms.validUntil", LocalDate.class);
  public static final Attribute<Quote, Instant> SENT_AT =
      Attribute.of(Quote.class, "decision.sentAt", Instant.class);
  public static final Attribute<Quote, Instant> DECIDED_AT =
      Attribute.of(Quote.class, "decision.decidedAt", Instant.class);

  private QuoteAttributes() {}
}

package io.crmkit.sales.quote;

import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.core.spi.storage.Entity;

/** The declaration of quotes. */
public final class QuoteEntities {

  public static final Entity<Quote> QUOTES =
      Entity.of(Quote.class, SalesEntities.QUOTE, "crm_quote")
          .parts("lines", "crm_quote_line")
          .json("taxes")
          .unique(SalesReason.QUOTE_NUMBER_TAKEN, "heading.number", "heading.revision")
          .indexed("heading.opportunity", "heading.customer", "status")
          .mentionsPeopleIn("terms.note", "decision.reason")
          .ownedBy("heading.opportunity", Opportunity.class);

  private QuoteEntities() {}
}

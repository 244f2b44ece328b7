package io.crmkit.sales.quote;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.Reason;
import io.crmkit.api.extension.Guard;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.OpportunityMove;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteAttributes;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.sales.quote.Quotes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * {@link StandardGuards#QUOTE_ACCEPTED}: a deal is won on paper before it is won in the pipeline.
 */
public final class QuoteAcceptedGuard implements Guard<OpportunityMove> {

  @Inject
  QuoteAcceptedGuard() {}

  @Override
  public List<Reason> check(
      CrmSession session, OpportunityMove move, Map<String, String> parameters) {
    Query<Quote> accepted =
        Query.where(
                QuoteAttributes.OPPORTUNITY
                    .eq(move.opportunity().id())
                    .and(QuoteAttributes.STATUS.eq(QuoteStatus.ACCEPTED)))
            .limit(1);
    return session.get(Quotes.class).page(accepted).items().isEmpty()
        ? List.of(Reason.of(SalesReason.QUOTE_NOT_ACCEPTED))
        : List.of();
  }
}

package io.crmkit.api.sales.quote;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about it.
 *
 * @param approvedBy the id of the actor who approved it, or null
 * @param sentAt when it went to the customer, or null
 * @param decidedAt when the customer answered, or null
 * @param reason why it was rejected or sent back to its writer, or null
 */
@RecordBuilder
public record QuoteDecision(
    @Nullable String approvedBy,
    @Nullable Instant sentAt,
    @Nullable Instant decidedAt,
    @Nullable String reason)
    implements QuoteDecisionBuilder.With {

  public static QuoteDecision none() {
    return new QuoteDecision(null, null, null, null);
  }
}

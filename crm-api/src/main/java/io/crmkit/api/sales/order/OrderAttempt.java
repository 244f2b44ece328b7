package io.crmkit.api.sales.order;

import io.crmkit.api.sales.quote.QuoteId;
import java.time.Instant;

/**
 * An attempt to place an order that the ERP refused. The attempt that it may still take is the
 * order itself.
 *
 * @param id this attempt
 * @param version 1, and one more for each erasure
 * @param order the order
 * @param attempt 1 for the first one
 * @param quote what was ordered then
 * @param placedAt when it was placed
 * @param refusal why the ERP did not take it, in its own words
 * @param refusedAt when that was written down
 */
public record OrderAttempt(
    OrderAttemptId id,
    long version,
    OrderId order,
    int attempt,
    QuoteId quote,
    Instant placedAt,
    String refusal,
    Instant refusedAt) {}

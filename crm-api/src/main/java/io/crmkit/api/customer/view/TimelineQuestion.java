package io.crmkit.api.customer.view;

import io.crmkit.api.customer.CustomerId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a timeline is asked for.
 *
 * @param customer whose
 * @param from the earliest moment, included; null for the beginning
 * @param to the latest moment, excluded; null for no bound
 * @param limit entries at most, the latest ones; 1 to 1,000
 */
@RecordBuilder
public record TimelineQuestion(
    CustomerId customer, @Nullable Instant from, @Nullable Instant to, int limit)
    implements TimelineQuestionBuilder.With {

  /** Entries at most. */
  public static final int MAX_LIMIT = 1_000;

  public TimelineQuestion {
    Objects.requireNonNull(customer, "customer");
  }

  /** The latest hundred entries. */
  public static TimelineQuestion latest(CustomerId customer) {
    return new TimelineQuestion(customer, null, null, 100);
  }
}

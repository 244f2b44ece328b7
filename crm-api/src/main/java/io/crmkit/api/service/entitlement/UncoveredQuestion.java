package io.crmkit.api.service.entitlement;

import io.crmkit.api.customer.CustomerId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which units does nothing cover. Immutable.
 *
 * @param customer whose units; null for everybody's
 * @param on the day in the tenant's zone
 * @param lacking what they are without
 * @param after where the page begins, as the one before it said; null for the first
 * @param limit among how many units a page looks, 1 to 500
 */
@RecordBuilder
public record UncoveredQuestion(
    @Nullable CustomerId customer, LocalDate on, Lacking lacking, @Nullable String after, int limit)
    implements UncoveredQuestionBuilder.With {

  /** What a unit can be without. */
  public enum Lacking {
    /** No contract covers it; a warranty may. */
    CONTRACT,
    /** Neither a contract nor a warranty covers it. */
    CONTRACT_AND_WARRANTY
  }

  public UncoveredQuestion {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(lacking, "lacking");
  }

  /** Everybody's units without a contract. */
  public static UncoveredQuestion withoutContract(LocalDate on) {
    return new UncoveredQuestion(null, on, Lacking.CONTRACT, null, 200);
  }

  /** Everybody's units without contract and warranty. */
  public static UncoveredQuestion withoutAnything(LocalDate on) {
    return new UncoveredQuestion(null, on, Lacking.CONTRACT_AND_WARRANTY, null, 200);
  }
}

package io.crmkit.api.sales.opportunity;

import io.crmkit.api.customer.CustomerId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * More, or better, is known of an opportunity. Everything given replaces what was there; begin with
 * {@link #of}.
 */
@RecordBuilder
public record AmendOpportunity(
    OpportunityId id,
    long version,
    String name,
    @Nullable CustomerId customer,
    Salesperson owner,
    Deal deal,
    Map<String, String> answers)
    implements AmendOpportunityBuilder.With {

  public AmendOpportunity {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
  }

  /** Nothing changed yet. */
  public static AmendOpportunity of(Opportunity current) {
    return new AmendOpportunity(
        current.id(),
        current.version(),
        current.name(),
        current.customer(),
        current.owner(),
        current.deal(),
        current.answers());
  }
}

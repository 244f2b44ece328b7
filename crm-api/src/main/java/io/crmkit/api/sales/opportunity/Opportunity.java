package io.crmkit.api.sales.opportunity;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A qualified need moving through a pipeline.
 *
 * @param id the opportunity
 * @param version rises with every change
 * @param name for people
 * @param customer who may buy, or null if not yet known
 * @param owner who sells
 * @param deal what it is about
 * @param progress where it stands
 * @param origin where it came from
 * @param answers what the customer filled in, from the lead or added later
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record Opportunity(
    OpportunityId id,
    long version,
    String name,
    @Nullable CustomerId customer,
    Salesperson owner,
    Deal deal,
    Progress progress,
    OpportunityOrigin origin,
    Map<String, String> answers,
    CustomValues custom)
    implements OpportunityBuilder.With {

  public Opportunity {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    Objects.requireNonNull(custom, "custom");
  }
}

package io.crmkit.api.sales.opportunity;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.sales.lead.LeadId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A qualified need is known.
 *
 * @param name for people, 1 to 200 characters
 * @param customer who may buy, or null if not yet known
 * @param pipeline the code of the pipeline, or null for {@code "standard"}
 * @param owner who sells, or null for the caller
 * @param deal what it is about
 * @param contact who first spoke of it, or null
 * @param lead the lead that it was, or null
 * @param answers what the customer filled in
 */
@RecordBuilder
public record OpenOpportunity(
    String name,
    @Nullable CustomerId customer,
    @Nullable String pipeline,
    @Nullable Salesperson owner,
    Deal deal,
    @Nullable ContactId contact,
    @Nullable LeadId lead,
    Map<String, String> answers)
    implements OpenOpportunityBuilder.With {

  public OpenOpportunity {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
  }

  /** An opportunity of which no more is known yet. */
  public static OpenOpportunity of(String name, CustomerId customer) {
    return new OpenOpportunity(name, customer, null, null, Deal.unknown(), null, null, Map.of());
  }
}

package io.crmkit.api.sales.lead;

import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.api.value.Money;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The opportunity that a lead is to become.
 *
 * @param name its name, or null for the lead's topic
 * @param pipeline the code of its pipeline, or null for {@code "standard"}
 * @param owner who sells, or null for the lead's owner, and failing that the caller
 * @param amount what it is worth, or null for the lead's budget
 * @param expectedClose when it should be won, or null
 */
@RecordBuilder
public record LeadDeal(
    @Nullable String name,
    @Nullable String pipeline,
    @Nullable Salesperson owner,
    @Nullable Money amount,
    @Nullable LocalDate expectedClose)
    implements LeadDealBuilder.With {

  /** Everything taken from the lead. */
  public static LeadDeal fromLead() {
    return new LeadDeal(null, null, null, null, null);
  }
}

package io.crmkit.api.sales.lead;

import io.crmkit.api.field.CustomValues;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;

/**
 * An unqualified need: from the web, a call, a fair, a partner.
 *
 * @param id the lead
 * @param version rises with every change
 * @param origin where it came from
 * @param form exactly what was filled in; never changes
 * @param prospect who has the need, as known now
 * @param need what is needed, as known now
 * @param state how it stands
 * @param conversion what it became
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record Lead(
    LeadId id,
    long version,
    LeadOrigin origin,
    LeadForm form,
    Prospect prospect,
    LeadNeed need,
    LeadState state,
    LeadConversion conversion,
    CustomValues custom)
    implements LeadBuilder.With {

  public Lead {
    Objects.requireNonNull(custom, "custom");
  }
}

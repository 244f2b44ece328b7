package io.crmkit.api.sales.lead;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was filled in. A lead keeps it for ever exactly as it came.
 *
 * @param prospect who has the need
 * @param need what is needed
 * @param answers everything else, by the form's own field names, in the form's order
 */
@RecordBuilder
public record LeadForm(Prospect prospect, LeadNeed need, Map<String, String> answers)
    implements LeadFormBuilder.With {

  public LeadForm {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }
}

package io.crmkit.api.sales.lead;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was filled in. A lead keeps it for ever exactly as it came.
 *
 * @param prospect who has the need
 * @param need what is needed
 * @param answers everything else, by the form's own field names, in the order of these
 */
@RecordBuilder
public record LeadForm(Prospect prospect, LeadNeed need, Map<String, String> answers)
    implements LeadFormBuilder.With {

  public LeadForm {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
  }
}

package io.crmkit.api.privacy;

import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One record that is held on a person.
 *
 * @param record which one
 * @param what its kind, for people
 * @param values what it says, by the names of its fields, in the order in which it is shown
 */
public record PersonalData(EntityRef record, Label what, Map<String, String> values) {

  public PersonalData {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}

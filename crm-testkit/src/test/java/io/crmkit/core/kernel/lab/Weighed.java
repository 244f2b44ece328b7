package io.crmkit.core.kernel.lab;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/** An event that once said kilos, and then did not say on which scale. */
@EventName(value = "lab.weighed", version = 3)
public record Weighed(SpecimenId specimen, long grams, String scale) implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of("lab.specimen", specimen);
  }
}

package io.crmkit.core.kernel.lab;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/** What a subscriber publishes because of a {@link Measured}. */
@EventName("lab.retold")
public record Retold(SpecimenId specimen, long number) implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of("lab.specimen", specimen);
  }
}

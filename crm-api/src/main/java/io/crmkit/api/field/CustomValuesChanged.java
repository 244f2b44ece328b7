package io.crmkit.api.field;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import java.util.List;

/**
 * The custom values of a record were set by {@link CustomFields#set}.
 *
 * @param subject the record
 * @param names the names of what changed, as in {@link CustomValues#texts}
 */
@EventName("custom-fields.values-changed")
public record CustomValuesChanged(EntityRef subject, List<String> names) implements CrmEvent {

  public CustomValuesChanged {
    names = List.copyOf(names);
  }
}

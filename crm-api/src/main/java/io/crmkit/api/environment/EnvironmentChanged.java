package io.crmkit.api.environment;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A single change of an environment was recorded.
 *
 * @param environmentOf whose
 * @param change the record of it
 * @param at when it was made
 * @param kind what was done
 * @param category what the item is part of
 * @param key the item
 * @param value what it is since; null if it was removed
 */
@EventName("assets.environment-changed")
public record EnvironmentChanged(
    EntityRef environmentOf,
    EnvironmentChangeId change,
    Instant at,
    EnvironmentChangeKind kind,
    EnvironmentCategory category,
    String key,
    @Nullable EnvironmentValue value)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return environmentOf;
  }
}

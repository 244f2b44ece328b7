package io.crmkit.api.environment;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.util.List;

/**
 * An environment was looked at.
 *
 * @param environmentOf whose
 * @param snapshot what was found
 * @param takenAt when
 * @param covered the categories that were looked at
 * @param differences in how many items what is believed now became different by it
 */
@EventName("assets.environment-recorded")
public record EnvironmentRecorded(
    EntityRef environmentOf,
    EnvironmentSnapshotId snapshot,
    Instant takenAt,
    List<EnvironmentCategory> covered,
    int differences)
    implements CrmEvent {

  public EnvironmentRecorded {
    covered = List.copyOf(covered);
  }

  @Override
  public EntityRef subject() {
    return environmentOf;
  }
}

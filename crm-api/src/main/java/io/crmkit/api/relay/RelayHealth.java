package io.crmkit.api.relay;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How durable work stands on this node and in the whole database, for health checks and metrics.
 *
 * @param background whether this node works in the background, or the host calls {@code deliver}
 * @param alive whether the threads that do so run; true where there are none to run
 * @param lastPass when this node last looked everywhere for work, by the system's clock; null if it
 *     has not yet
 * @param deliveries of all tenants
 * @param timers of all tenants
 * @param unknown ids of subscribers and handlers for which there is work that no module here knows
 */
public record RelayHealth(
    boolean background,
    boolean alive,
    @Nullable Instant lastPass,
    Totals deliveries,
    Totals timers,
    Set<String> unknown) {

  public RelayHealth {
    unknown = Set.copyOf(unknown);
  }

  /**
   * Numbers over all tenants.
   *
   * @param counts how many, by how they stand
   * @param oldestDue since when the oldest of those that are due has been so; null if none is
   */
  public record Totals(Backlog.Counts counts, @Nullable Instant oldestDue) {}
}

package io.crmkit.api.environment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed, in the order of time.
 *
 * @param happenings earliest first, whenever they were recorded
 * @param next if there is more: the moment since which to ask for it; otherwise null
 */
public record EnvironmentHistory(List<EnvironmentHappening> happenings, @Nullable Instant next) {

  public EnvironmentHistory {
    happenings = List.copyOf(happenings);
  }
}

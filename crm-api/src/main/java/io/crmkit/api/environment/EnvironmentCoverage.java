package io.crmkit.api.environment;

import java.util.Objects;
import java.util.UUID;

/**
 * One category that a snapshot looked at.
 *
 * @param category what was looked at
 * @param items how many there were; 0 says that there was nothing
 * @param content names what there was: snapshots of a subject in which a category has the same
 *     content are equal in it
 */
public record EnvironmentCoverage(EnvironmentCategory category, int items, UUID content) {

  public EnvironmentCoverage {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(content, "content");
  }
}

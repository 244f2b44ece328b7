package io.crmkit.api.sales.opportunity;

import org.jspecify.annotations.Nullable;

/**
 * Who sells, in the host's terms.
 *
 * @param person the host's key of the person
 * @param team the team at the time, or null
 * @param region the region or office at the time, or null
 */
public record Salesperson(String person, @Nullable String team, @Nullable String region) {

  public static Salesperson of(String person) {
    return new Salesperson(person, null, null);
  }
}

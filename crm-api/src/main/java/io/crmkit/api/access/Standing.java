package io.crmkit.api.access;

import io.crmkit.api.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Where an actor stands, as the host knows it.
 *
 * @param team the team that he works in, or null
 * @param territory the territory that he is responsible for, or null
 * @param company the customer whose people he belongs to, for users of a portal; null for own staff
 */
public record Standing(
    @Nullable String team, @Nullable String territory, @Nullable CustomerId company) {

  /** Somebody of whom no more than the roles is known. */
  public static Standing none() {
    return new Standing(null, null, null);
  }

  public static Standing inTeam(String team) {
    return new Standing(team, null, null);
  }

  public static Standing ofCompany(CustomerId company) {
    return new Standing(null, null, company);
  }
}

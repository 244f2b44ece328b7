package io.crmkit.api;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, in the host's own terms. CrmKit keeps no users: it writes the id into its audit
 * and hands the actor to the host's access policy.
 *
 * @param id the host's key of the user or program, 1 to 128 characters
 * @param roles the host's roles, as its access policy understands them
 * @param onBehalfOf the id of the person for whom the actor works, or null
 */
public record Actor(String id, Set<String> roles, @Nullable String onBehalfOf) {

  private static final int MAX_LENGTH = 128;

  /**
   * @throws IllegalArgumentException if the id is blank or longer than 128 characters
   */
  public Actor {
    Objects.requireNonNull(id, "id");
    if (id.isBlank() || id.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("an actor id has 1 to 128 characters: '" + id + "'");
    }
    roles = Set.copyOf(roles);
  }

  public static Actor of(String id) {
    return new Actor(id, Set.of(), null);
  }

  /** The library itself, when it works without a caller: delivering events, firing timers. */
  public static Actor system() {
    return new Actor("crmkit", Set.of("system"), null);
  }

  public Actor actingFor(String person) {
    return new Actor(id, roles, person);
  }
}

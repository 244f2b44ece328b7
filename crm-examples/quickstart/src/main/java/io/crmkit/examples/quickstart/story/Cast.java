package io.crmkit.examples.quickstart.story;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who and what the chapters so far have brought into the story. Not thread-safe. */
public final class Cast {

  private final Map<Role<?>, Object> parts = new HashMap<>();

  /** From now on this one plays the role. */
  public <T> void play(Role<T> role, T by) {
    parts.put(role, by);
  }

  /** Who plays the role; empty if no chapter could bring anybody. */
  @SuppressWarnings("unchecked") // play() puts only what fits
  public <T> Optional<T> find(Role<T> role) {
    return Optional.ofNullable((T) parts.get(role));
  }

  /**
   * @throws IllegalStateException if nobody plays the role
   */
  public <T> T get(Role<T> role) {
    return find(role)
        .orElseThrow(() -> new IllegalStateException("nobody plays the " + role.name() + " yet"));
  }
}

package io.crmkit.core.spi.timer;

import java.util.Objects;

/**
 * Names a timer. A tenant has at most one with the same handler and name.
 *
 * @param handler the id under which a module registered the handler
 * @param name what it is about, such as a record's id; 1 to 200 characters
 */
public record TimerKey(String handler, String name) {

  private static final int MAX_NAME = 200;

  /**
   * @throws IllegalArgumentException if the name is blank or too long
   */
  public TimerKey {
    Objects.requireNonNull(handler, "handler");
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException("a timer's name has 1 to 200 characters: '" + name + "'");
    }
  }
}

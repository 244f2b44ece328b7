package io.crmkit.api.service.calendar;

import java.util.Objects;

/**
 * Defines a business calendar, or a new revision of it.
 *
 * @param code lower-case words joined by hyphens, 1 to 64 characters
 * @param name for people, 1 to 200 characters
 * @param hours when service works
 */
public record DefineCalendar(String code, String name, BusinessCalendar hours) {

  public DefineCalendar {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hours, "hours");
  }
}

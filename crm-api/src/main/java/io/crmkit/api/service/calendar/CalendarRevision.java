package io.crmkit.api.service.calendar;

import java.util.Objects;

/**
 * One revision of a business calendar as kept in the CRM. A revision never changes: what is in
 * flight keeps the one it began with.
 *
 * @param id the revision's id
 * @param version always 1 once stored
 * @param code what the calendar is called in definitions, the same for all its revisions
 * @param revision 1, 2, 3 ...
 * @param name for people
 * @param hours when service works
 */
public record CalendarRevision(
    BusinessCalendarId id,
    long version,
    String code,
    int revision,
    String name,
    BusinessCalendar hours) {

  public CalendarRevision {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hours, "hours");
  }
}

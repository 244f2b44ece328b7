package io.crmkit.api.service.calendar;

import io.crmkit.api.module.ProvidedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tenant's business calendars. As safe for threads as the session it comes from. */
@ProvidedBy("io.crmkit:crm-service")
public interface BusinessCalendars {

  /**
   * Defines a calendar, or its next revision if the code is known. Defining what is already in
   * force changes nothing and gives the revision that is there.
   *
   * @throws io.crmkit.api.error.InvalidInput if code or name do not have their form
   */
  CalendarRevision define(DefineCalendar command);

  /** The revision in force. */
  Optional<CalendarRevision> current(String code);

  /**
   * A revision, in force or not.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  CalendarRevision get(BusinessCalendarId id);

  /** The revisions in force of all calendars, by code. */
  List<CalendarRevision> list();

  /**
   * The working time from one instant to another; zero if {@code to} is not after {@code from}.
   *
   * @throws io.crmkit.api.error.InvalidInput if an instant is before 1970 or after 2200
   * @throws io.crmkit.api.error.NotFound if there is no such revision
   */
  Duration between(BusinessCalendarId id, Instant from, Instant to);

  /**
   * When a budget of working time is used up that starts at {@code from}; a budget that ends with
   * the working day ends in the evening.
   *
   * @return empty if the calendar never offers that much working time
   * @throws io.crmkit.api.error.InvalidInput if the instant is before 1970 or after 2200
   * @throws io.crmkit.api.error.NotFound if there is no such revision
   * @throws IllegalArgumentException if the budget is negative
   */
  Optional<Instant> due(BusinessCalendarId id, Instant from, Duration budget);
}

package io.crmkit.service.calendar;

import static io.crmkit.service.calendar.CalendarFeature.CALENDARS;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.service.calendar.BusinessCalendarId;
import io.crmkit.api.service.calendar.BusinessCalendars;
import io.crmkit.api.service.calendar.CalendarRevision;
import io.crmkit.api.service.calendar.DefineCalendar;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import io.crmkit.service.common.InputFaults;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Business calendars: definitions of which every revision stays. */
final class CalendarService implements BusinessCalendars {

  private static final int LONGEST_NAME = 200;
  private static final int MOST_SPECIAL_DAYS = 10_000;

  private final Work work;

  @Inject
  CalendarService(Work work) {
    this.work = work;
  }

  @Override
  public CalendarRevision define(DefineCalendar command) {
    new InputFaults()
        .code("code", command.code())
        .text("name", command.name(), LONGEST_NAME)
        .size("hours.specialDays", command.hours().specialDays(), MOST_SPECIAL_DAYS)
        .orThrow();
    return work.run("service.define-calendar", command, tx -> define(tx, command));
  }

  private static CalendarRevision define(Tx tx, DefineCalendar command) {
    // Two definitions at once would both be the same revision.
    tx.lockNames("service.calendar", List.of(command.code()));
    Optional<CalendarRevision> current = CalendarFeature.current(tx, command.code());
    boolean same =
        current.isPresent()
            && current.get().name().equals(command.name())
            && current.get().hours().equals(command.hours());
    return same
        ? current.get()
        : tx.store(CALENDARS)
            .insert(
                new CalendarRevision(
                    new BusinessCalendarId(tx.newId()),
                    0,
                    command.code(),
                    current.map(CalendarRevision::revision).orElse(0) + 1,
                    command.name(),
                    command.hours()));
  }

  @Override
  public Optional<CalendarRevision> current(String code) {
    return work.read(tx -> CalendarFeature.current(tx, code));
  }

  @Override
  public CalendarRevision get(BusinessCalendarId id) {
    return work.read(tx -> tx.store(CALENDARS).get(id));
  }

  @Override
  public List<CalendarRevision> list() {
    return work.read(
        tx -> {
          TreeMap<String, CalendarRevision> latest = new TreeMap<>();
          BinaryOperator<CalendarRevision> later = (a, b) -> a.revision() > b.revision() ? a : b;
          tx.store(CALENDARS)
              .all(Criteria.all())
              .forEach(revision -> latest.merge(revision.code(), revision, later));
          return List.copyOf(latest.values());
        });
  }

  @Override
  public Duration between(BusinessCalendarId id, Instant from, Instant to) {
    new InputFaults().moment("from", from).moment("to", to).orThrow();
    return WorkingTime.of(get(id).hours()).between(from, to);
  }

  @Override
  public Optional<Instant> due(BusinessCalendarId id, Instant from, Duration budget) {
    new InputFaults().moment("from", from).orThrow();
    return WorkingTime.of(get(id).hours()).plus(from, budget);
  }
}

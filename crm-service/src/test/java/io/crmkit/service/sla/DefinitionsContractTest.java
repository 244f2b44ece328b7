package io.crmkit.service.sla;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.calendar.BusinessCalendars;
import io.crmkit.api.service.calendar.CalendarRevision;
import io.crmkit.api.service.calendar.DefineCalendar;
import io.crmkit.api.service.sla.DefineServiceLevel;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevelTerms;
import io.crmkit.api.service.sla.ServiceLevels;
import io.crmkit.service.Scene;
import io.crmkit.service.UnitBook;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;

@WithSetup(UnitBook.class)
class DefinitionsContractTest {

  @OnEveryStorage
  void a_calendar_is_kept_as_it_was_defined(TestCrm crm) {
    BusinessCalendars calendars = crm.get(BusinessCalendars.class);
    DefineCalendar command =
        new DefineCalendar(
            "office",
            "Büro 办公室",
            Scene.OFFICE
                .withHoliday(LocalDate.of(2026, 2, 17), "Spring Festival 春节")
                .withMakeUpDay(LocalDate.of(2026, 2, 14), DayOfWeek.MONDAY));
    CalendarRevision defined = calendars.define(command);
    assertThat(defined.revision()).isEqualTo(1);
    assertThat(defined.hours()).isEqualTo(command.hours());
    assertThat(calendars.get(defined.id())).isEqualTo(defined);
    assertThat(calendars.current("office")).contains(defined);
    assertThat(calendars.between(defined.id(), Scene.at("12 11:00"), Scene.at("12 14:00")))
        .isEqualTo(Duration.ofMinutes(90));
    assertThat(calendars.due(defined.id(), Scene.at("12 11:00"), Duration.ofMinutes(90)))
        .contains(Scene.at("12 14:00"));
  }

  @OnEveryStorage
  void a_change_is_a_new_revision_and_the_old_one_stays(TestCrm crm) {
    BusinessCalendars calendars = crm.get(BusinessCalendars.class);
    DefineCalendar command = new DefineCalendar("office", "Office", Scene.OFFICE);
    CalendarRevision first = calendars.define(command);
    assertThat(calendars.define(command)).isEqualTo(first);
    CalendarRevision second =
        calendars.define(
            new DefineCalendar(
                "office", "Office", Scene.OFFICE.withHoliday(LocalDate.of(2026, 5, 1), "May Day")));
    assertThat(second.revision()).isEqualTo(2);
    assertThat(calendars.get(first.id())).isEqualTo(first);
    assertThat(calendars.list()).containsExactly(second);
  }

  @OnEveryStorage
  void two_changes_at_once_are_two_revisions(TestCrm crm) {
    BusinessCalendars calendars = crm.get(BusinessCalendars.class);
    Race.of(
            2,
            i ->
                calendars.define(
                    new DefineCalendar(
                        "office",
                        "Office",
                        Scene.OFFICE.withHoliday(LocalDate.of(2026, 5, 1 + i), "feast"))))
        .allWon();
    assertThat(calendars.current("office")).map(CalendarRevision::revision).contains(2);
  }

  @OnEveryStorage
  void a_service_level_is_kept_with_all_its_targets_and_pauses(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceLevels levels = crm.get(ServiceLevels.class);
    assertThat(levels.get(scene.gold.id())).isEqualTo(scene.gold);
    assertThat(scene.gold.terms().pauses()).isEqualTo(ServiceLevelTerms.USUAL_PAUSES);
    ServiceLevel second = scene.level(Duration.ofHours(1), Duration.ofHours(4));
    assertThat(second.revision()).isEqualTo(2);
    assertThat(levels.current("gold")).contains(second);
    assertThat(levels.list()).containsExactly(second);
  }

  @OnEveryStorage
  void a_level_needs_a_calendar_and_a_code_its_form(TestCrm crm) {
    ServiceLevels levels = crm.get(ServiceLevels.class);
    assertRefused(
        () ->
            levels.define(new DefineServiceLevel("gold", "Gold", ServiceLevelTerms.on("nowhere"))),
        ServiceReason.CALENDAR_UNKNOWN);
    assertInvalid(
        () -> levels.define(new DefineServiceLevel("Gold!", " ", ServiceLevelTerms.on("office"))),
        "code",
        "name");
  }
}

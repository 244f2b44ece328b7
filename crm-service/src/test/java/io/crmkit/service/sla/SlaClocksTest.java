package io.crmkit.service.sla;

import static io.crmkit.service.sla.SlaSamples.GOLD;
import static io.crmkit.service.sla.SlaSamples.may;
import static io.crmkit.service.sla.SlaSamples.opened;
import static io.crmkit.service.sla.SlaSamples.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.service.Priority;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.ClockSegment;
import io.crmkit.api.service.sla.ClockSegment.Kind;
import io.crmkit.api.service.sla.ClockStatus;
import io.crmkit.api.service.sla.SlaClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlaClocksTest {

  @Test
  void a_running_clock_knows_its_deadline_what_is_used_and_what_is_left() {
    List<SlaEvent> log = List.of(opened("13 11:00", Priority.HIGH));

    ClockReading resolution = reading(SlaClock.RESOLUTION, log, "13 14:30");

    assertThat(resolution.status()).isEqualTo(ClockStatus.RUNNING);
    assertThat(resolution.used()).isEqualTo(Duration.ofHours(2));
    assertThat(resolution.remaining()).isEqualTo(Duration.ofHours(6));
    assertThat(resolution.times().deadline()).isEqualTo(may("14 11:30"));
    assertThat(resolution.elapsed())
        .extracting(ClockSegment::kind)
        .containsExactly(Kind.COUNTED, Kind.OFF_HOURS, Kind.COUNTED);
    assertThat(resolution.ahead())
        .extracting(ClockSegment::kind)
        .containsExactly(Kind.COUNTED, Kind.OFF_HOURS, Kind.COUNTED);
    assertThat(resolution.ahead().get(2).to()).isEqualTo(may("14 11:30"));
  }

  @Test
  void an_answer_stops_the_response_clock_for_good() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.HIGH),
            new SlaEvent.Responded(may("13 11:00")),
            new SlaEvent.Resolved(may("13 11:30")),
            new SlaEvent.Reopened(may("14 09:00")));

    ClockReading response = reading(SlaClock.RESPONSE, log, "15 09:00");

    assertThat(response.status()).isEqualTo(ClockStatus.MET);
    assertThat(response.times().stoppedAt()).isEqualTo(may("13 11:00"));
    assertThat(response.times().deadline()).isEqualTo(may("13 11:00"));
  }

  @Test
  void a_solution_is_an_answer_too() {
    List<SlaEvent> log =
        List.of(opened("13 09:00", Priority.HIGH), new SlaEvent.Resolved(may("13 10:00")));
    assertThat(reading(SlaClock.RESPONSE, log, "13 12:00").status()).isEqualTo(ClockStatus.MET);
  }

  @Test
  void one_moment_after_the_deadline_the_clock_is_breached_and_stays_so() {
    List<SlaEvent> log = List.of(opened("13 09:00", Priority.HIGH));

    assertThat(reading(SlaClock.RESPONSE, log, "13 11:00").status()).isEqualTo(ClockStatus.RUNNING);
    ClockReading late = reading(SlaClock.RESPONSE, log, "13 11:00:01");

    assertThat(late.status()).isEqualTo(ClockStatus.BREACHED);
    assertThat(late.remaining()).isEqualTo(Duration.ofSeconds(-1));
    assertThat(late.times().firstBreachAt()).isEqualTo(may("13 11:00"));
    assertThat(late.ahead()).isEmpty();

    List<SlaEvent> answered =
        List.of(opened("13 09:00", Priority.HIGH), new SlaEvent.Responded(may("13 11:30")));
    assertThat(reading(SlaClock.RESPONSE, answered, "13 12:00").status())
        .isEqualTo(ClockStatus.BREACHED);
  }

  @Test
  void waiting_for_the_customer_stops_the_clock_and_moves_the_deadline() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.HIGH),
            new SlaEvent.Paused(may("13 10:00"), WaitingReason.CUSTOMER),
            new SlaEvent.Resumed(may("14 10:00")));

    ClockReading waiting = reading(SlaClock.RESOLUTION, log, "13 16:00");
    ClockReading resumed = reading(SlaClock.RESOLUTION, log, "14 11:00");

    assertThat(waiting.status()).isEqualTo(ClockStatus.PAUSED);
    assertThat(waiting.used()).hasHours(1);
    assertThat(waiting.times().deadline()).isEqualTo(may("14 15:30"));
    assertThat(resumed.status()).isEqualTo(ClockStatus.RUNNING);
    assertThat(resumed.used()).hasHours(2);
    assertThat(resumed.times().deadline()).isEqualTo(may("15 09:30"));
    assertThat(resumed.elapsed().get(1).kind()).isEqualTo(Kind.WAITING);
    assertThat(resumed.elapsed().get(1).detail()).isEqualTo(WaitingReason.CUSTOMER.label());
  }

  @Test
  void what_is_our_own_affair_stops_no_clock() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.HIGH),
            new SlaEvent.Paused(may("13 10:00"), WaitingReason.PARTS));
    ClockReading reading = reading(SlaClock.RESOLUTION, log, "13 12:00");
    assertThat(reading.status()).isEqualTo(ClockStatus.RUNNING);
    assertThat(reading.used()).hasHours(3);
    assertThat(reading.elapsed()).hasSize(1);
  }

  @Test
  void an_agreed_date_stops_the_resolution_but_not_the_response() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.HIGH),
            new SlaEvent.Paused(may("13 10:00"), WaitingReason.APPOINTMENT));
    assertThat(reading(SlaClock.RESOLUTION, log, "13 12:00").used()).hasHours(1);
    assertThat(reading(SlaClock.RESPONSE, log, "13 12:00").used()).hasHours(3);
  }

  @Test
  void reopening_goes_on_where_the_clock_stood_without_the_time_that_counted_as_solved() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.HIGH),
            new SlaEvent.Resolved(may("13 11:00")),
            new SlaEvent.Closed(may("13 17:00")),
            new SlaEvent.Reopened(may("15 09:00")));

    ClockReading solved = reading(SlaClock.RESOLUTION, log, "14 10:00");
    ClockReading reopened = reading(SlaClock.RESOLUTION, log, "15 10:00");

    assertThat(solved.status()).isEqualTo(ClockStatus.MET);
    assertThat(solved.times().deadline()).isEqualTo(may("14 09:30"));
    assertThat(reopened.status()).isEqualTo(ClockStatus.RUNNING);
    assertThat(reopened.used()).hasHours(3);
    assertThat(reopened.times().deadline()).isEqualTo(may("15 16:30"));
    assertThat(reopened.elapsed()).extracting(ClockSegment::kind).contains(Kind.SOLVED);
  }

  @Test
  void a_solution_that_came_late_stays_late_when_the_request_is_reopened() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.HIGH),
            new SlaEvent.Resolved(may("14 16:00")),
            new SlaEvent.Reopened(may("15 09:00")));
    ClockReading reopened = reading(SlaClock.RESOLUTION, log, "15 09:00");
    assertThat(reopened.status()).isEqualTo(ClockStatus.BREACHED);
    assertThat(reopened.times().deadline()).isEqualTo(may("14 09:30"));
  }

  @Test
  void a_lower_priority_gives_more_time_from_now_on_and_what_is_used_stays_used() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.HIGH),
            new SlaEvent.PriorityChanged(may("13 12:00"), Priority.MEDIUM));
    ClockReading reading = reading(SlaClock.RESOLUTION, log, "13 12:00");
    assertThat(reading.used()).hasHours(3);
    assertThat(reading.remaining()).hasHours(13);
    assertThat(reading.times().deadline()).isEqualTo(may("15 10:00"));
  }

  @Test
  void a_higher_priority_never_makes_anyone_late_before_it_was_given() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.MEDIUM),
            new SlaEvent.PriorityChanged(may("14 15:00"), Priority.CRITICAL));

    ClockReading reading = reading(SlaClock.RESOLUTION, log, "14 16:00");

    assertThat(reading.times().deadline()).isEqualTo(may("14 15:00"));
    assertThat(reading.status()).isEqualTo(ClockStatus.BREACHED);
    assertThat(reading.times().firstBreachAt()).isEqualTo(may("14 15:00"));
  }

  @Test
  void a_breach_is_remembered_though_a_lower_priority_gives_more_time() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.HIGH),
            new SlaEvent.PriorityChanged(may("14 10:00"), Priority.MEDIUM));
    ClockReading reading = reading(SlaClock.RESOLUTION, log, "14 10:30");
    assertThat(reading.status()).isEqualTo(ClockStatus.RUNNING);
    assertThat(reading.times().firstBreachAt()).isEqualTo(may("14 09:30"));
  }

  @Test
  void round_the_clock_targets_count_the_night() {
    List<SlaEvent> log = List.of(opened("13 17:00", Priority.CRITICAL));
    assertThat(reading(SlaClock.RESOLUTION, log, "13 17:30").times().deadline())
        .isEqualTo(may("13 21:00"));
  }

  @Test
  void a_change_while_solved_keeps_the_verdict_and_applies_when_the_clock_goes_on() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.HIGH),
            new SlaEvent.Resolved(may("14 16:00")),
            new SlaEvent.PriorityChanged(may("14 17:00"), Priority.MEDIUM),
            new SlaEvent.Reopened(may("15 09:00")));
    ClockReading solved = reading(SlaClock.RESOLUTION, log, "14 18:00");
    ClockReading reopened = reading(SlaClock.RESOLUTION, log, "15 09:00");
    assertThat(solved.status()).isEqualTo(ClockStatus.BREACHED);
    assertThat(solved.target().priority()).isEqualTo(Priority.HIGH);
    assertThat(reopened.status()).isEqualTo(ClockStatus.RUNNING);
    assertThat(reopened.target().priority()).isEqualTo(Priority.MEDIUM);
  }

  @Test
  void without_a_contract_there_is_no_clock_and_time_counts_from_when_there_is_one() {
    List<SlaEvent> log =
        List.of(
            new SlaEvent.Opened(may("13 09:00"), Priority.HIGH, null),
            new SlaEvent.TermsChanged(may("13 11:00"), GOLD));
    assertThat(SlaClocks.read(log, may("13 10:00"))).isEmpty();
    ClockReading covered = reading(SlaClock.RESOLUTION, log, "13 12:00");
    assertThat(covered.used()).hasHours(1);
    assertThat(covered.elapsed())
        .extracting(ClockSegment::kind)
        .containsExactly(Kind.NO_TARGET, Kind.COUNTED);
  }

  @Test
  void a_cancelled_request_has_no_verdict_on_what_still_ran() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.HIGH),
            new SlaEvent.Responded(may("13 10:00")),
            new SlaEvent.Cancelled(may("14 16:00")));
    assertThat(reading(SlaClock.RESPONSE, log, "15 09:00").status()).isEqualTo(ClockStatus.MET);
    assertThat(reading(SlaClock.RESOLUTION, log, "15 09:00").status())
        .isEqualTo(ClockStatus.WITHDRAWN);
  }

  @Test
  void the_vendor_clock_runs_while_a_third_party_works() {
    List<SlaEvent> log =
        List.of(
            opened("13 09:00", Priority.HIGH),
            new SlaEvent.VendorEngaged(may("13 13:30")),
            new SlaEvent.VendorFinished(may("13 17:00")));
    ClockReading vendor = reading(SlaClock.VENDOR, log, "13 18:00");
    assertThat(vendor.times().startedAt()).isEqualTo(may("13 13:30"));
    assertThat(vendor.times().deadline()).isEqualTo(may("13 16:30"));
    assertThat(vendor.status()).isEqualTo(ClockStatus.BREACHED);
    assertThat(SlaClocks.read(log, may("13 13:00")))
        .extracting(ClockReading::clock)
        .containsExactly(SlaClock.RESPONSE, SlaClock.RESOLUTION);
  }

  @Test
  void events_count_when_they_happened_however_late_they_were_recorded() {
    SlaEvent opened = opened("13 09:00", Priority.HIGH);
    SlaEvent paused = new SlaEvent.Paused(may("13 10:00"), WaitingReason.CUSTOMER);
    SlaEvent resumed = new SlaEvent.Resumed(may("13 11:00"));
    assertThat(SlaClocks.read(List.of(opened, resumed, paused), may("13 16:00")))
        .isEqualTo(SlaClocks.read(List.of(opened, paused, resumed), may("13 16:00")));
  }

  @Test
  void a_log_that_does_not_begin_with_its_one_opening_is_refused() {
    SlaEvent opened = opened("13 09:00", Priority.HIGH);
    SlaEvent early = new SlaEvent.Responded(may("13 08:00"));
    assertThatThrownBy(() -> SlaClocks.read(List.of(opened, early), may("13 10:00")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SlaClocks.read(List.of(opened, opened), may("13 10:00")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

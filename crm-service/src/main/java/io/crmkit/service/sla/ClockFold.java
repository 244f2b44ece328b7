package io.crmkit.service.sla;

import io.crmkit.api.service.Priority;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.ClockSegment;
import io.crmkit.api.service.sla.ClockStatus;
import io.crmkit.api.service.sla.ClockTimes;
import io.crmkit.api.service.sla.SlaClock;
import io.crmkit.api.service.sla.SlaTarget;
import io.crmkit.service.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of a request into one of its clocks. Between two events nothing changes, so each
 * stretch is counted in one go when the next event comes.
 */
final class ClockFold {

  private final SlaClock clock;
  private ClockTally tally = new ClockTally();

  // What the log says of the request.
  private Priority priority = Priority.LOW;
  private @Nullable SlaTerms terms;
  private @Nullable WaitingReason waiting;

  // What that means for this clock.
  private @Nullable Instant startedAt;
  private @Nullable Instant stoppedAt;
  private boolean withdrawn;
  private @Nullable Promise promise;
  private @Nullable Instant firstBreachAt;

  /** A target with the terms it comes from, and the moment from which it applies. */
  private record Promise(SlaTarget target, SlaTerms terms, Instant since) {}

  ClockFold(SlaClock clock) {
    this.clock = clock;
  }

  void take(SlaEvent event) {
    if (withdrawn) {
      return;
    }
    Instant at = event.at();
    if (running()) {
      count(at);
    }
    if (event instanceof SlaEvent.Opened opened) {
      priority = opened.priority();
      terms = opened.terms();
      if (clock != SlaClock.VENDOR) {
        start(at);
      }
    } else if (event instanceof SlaEvent.Responded) {
      stopIf(clock == SlaClock.RESPONSE, at);
    } else if (event instanceof SlaEvent.Paused paused) {
      waiting = paused.reason();
    } else if (event instanceof SlaEvent.Resumed) {
      waiting = null;
    } else if (event instanceof SlaEvent.Resolved || event instanceof SlaEvent.Closed) {
      waiting = null;
      stopIf(true, at);
    } else if (event instanceof SlaEvent.Reopened) {
      goOn(at);
    } else if (event instanceof SlaEvent.Cancelled) {
      withdrawn = running();
      stopIf(true, at);
    } else if (event instanceof SlaEvent.PriorityChanged changed) {
      priority = changed.priority();
      renewPromise(at);
    } else if (event instanceof SlaEvent.TermsChanged changed) {
      terms = changed.terms();
      renewPromise(at);
    } else if (event instanceof SlaEvent.VendorEngaged) {
      if (clock == SlaClock.VENDOR) {
        start(at);
      }
    } else if (event instanceof SlaEvent.VendorFinished) {
      stopIf(clock == SlaClock.VENDOR, at);
    }
  }

  Optional<ClockReading> readAt(Instant asOf) {
    if (running()) {
      count(asOf);
    }
    Promise current = promise;
    if (startedAt == null || current == null) {
      return Optional.empty();
    }
    Instant end = stoppedAt == null ? asOf : stoppedAt;
    Optional<Instant> due = deadline(current, end);
    noteBreach(end);
    List<ClockSegment> ahead =
        due.filter(end::isBefore)
            .map(to -> ClockTally.ahead(hours(current), end, to))
            .orElse(List.of());
    return Optional.of(
        new ClockReading(
            clock,
            status(due.isPresent() && end.isAfter(due.get())),
            current.target(),
            new ClockTimes(startedAt, stoppedAt, due.orElse(null), firstBreachAt),
            tally.used(),
            tally.segments(),
            ahead));
  }

  private ClockStatus status(boolean late) {
    if (withdrawn) {
      return ClockStatus.WITHDRAWN;
    }
    if (late) {
      return ClockStatus.BREACHED;
    }
    if (stoppedAt != null) {
      return ClockStatus.MET;
    }
    return pausedBy() == null ? ClockStatus.RUNNING : ClockStatus.PAUSED;
  }

  private boolean running() {
    return startedAt != null && stoppedAt == null;
  }

  private void start(Instant at) {
    tally = new ClockTally();
    tally.startAt(at);
    startedAt = at;
    stoppedAt = null;
    promise = null;
    firstBreachAt = null;
    renewPromise(at);
  }

  private void stopIf(boolean applies, Instant at) {
    if (applies && running()) {
      noteBreach(at);
      stoppedAt = at;
    }
  }

  private void goOn(Instant at) {
    if (clock == SlaClock.RESOLUTION && stoppedAt != null) {
      tally.skip(at, ClockSegment.Kind.SOLVED, ClockTally.NOTHING_TO_ADD);
      stoppedAt = null;
      renewPromise(at);
    }
  }

  /**
   * Puts the target into force that now applies; a stopped clock keeps the one it was judged by.
   */
  private void renewPromise(Instant at) {
    if (!running()) {
      return;
    }
    SlaTerms now = terms;
    SlaTarget target = now == null ? null : now.target(priority, clock).orElse(null);
    Promise before = promise;
    if (now == null || target == null) {
      noteBreach(at);
      promise = null;
    } else if (before == null || before.terms() != now || !before.target().equals(target)) {
      noteBreach(at);
      promise = new Promise(target, now, at);
    }
  }

  private void count(Instant to) {
    WaitingReason pause = pausedBy();
    Promise current = promise;
    if (current == null) {
      tally.skip(to, ClockSegment.Kind.NO_TARGET, ClockTally.NOTHING_TO_ADD);
    } else if (pause != null) {
      tally.skip(to, ClockSegment.Kind.WAITING, pause.label());
    } else {
      tally.count(to, hours(current));
    }
  }

  private @Nullable WaitingReason pausedBy() {
    WaitingReason reason = waiting;
    Promise current = promise;
    boolean stands = reason != null && current != null && current.terms().pauses(clock, reason);
    return stands ? reason : null;
  }

  private void noteBreach(Instant at) {
    Promise current = promise;
    if (firstBreachAt == null && current != null) {
      firstBreachAt = deadline(current, at).filter(at::isAfter).orElse(null);
    }
  }

  /** When the budget was used up, or will be if the clock runs on from {@code end}. */
  private Optional<Instant> deadline(Promise current, Instant end) {
    Duration budget = current.target().budget();
    if (tally.used().compareTo(budget) < 0) {
      return hours(current).plus(end, budget.minus(tally.used()));
    }
    Instant usedUp = tally.usedUpAt(budget);
    return Optional.of(usedUp.isBefore(current.since()) ? current.since() : usedUp);
  }

  private static WorkingTime hours(Promise promise) {
    return promise.terms().hours(promise.target());
  }
}

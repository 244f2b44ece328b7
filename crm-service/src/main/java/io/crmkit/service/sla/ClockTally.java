package io.crmkit.service.sla;

import io.crmkit.api.service.sla.ClockSegment;
import io.crmkit.api.value.Label;
import io.crmkit.service.calendar.Span;
import io.crmkit.service.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a clock has counted and left out so far, without gap. */
final class ClockTally {

  static final Label NOTHING_TO_ADD = Label.same("");

  private final List<ClockSegment> segments = new ArrayList<>();
  private Duration used = Duration.ZERO;
  private Instant reached = Instant.MIN;

  void startAt(Instant at) {
    reached = at;
  }

  Duration used() {
    return used;
  }

  List<ClockSegment> segments() {
    return segments;
  }

  void count(Instant to, WorkingTime hours) {
    for (Span span : hours.spans(reached, to)) {
      ClockSegment segment = segment(span);
      if (segment.counted()) {
        used = used.plus(segment.length());
      }
      add(segment);
    }
    reached = to;
  }

  void skip(Instant to, ClockSegment.Kind kind, Label detail) {
    if (reached.isBefore(to)) {
      add(new ClockSegment(reached, to, kind, detail));
      reached = to;
    }
  }

  /** The moment at which the time counted reached the budget; it must have. */
  Instant usedUpAt(Duration budget) {
    Duration left = budget;
    for (ClockSegment segment : segments) {
      if (segment.counted()) {
        if (segment.length().compareTo(left) >= 0) {
          return segment.from().plus(left);
        }
        left = left.minus(segment.length());
      }
    }
    throw new IllegalStateException("only " + used + " of " + budget + " are used");
  }

  static List<ClockSegment> ahead(WorkingTime hours, Instant from, Instant to) {
    return hours.spans(from, to).stream().map(ClockTally::segment).toList();
  }

  private static ClockSegment segment(Span span) {
    ClockSegment.Kind kind =
        switch (span.kind()) {
          case WORKING -> ClockSegment.Kind.COUNTED;
          case OFF_HOURS -> ClockSegment.Kind.OFF_HOURS;
          case HOLIDAY -> ClockSegment.Kind.HOLIDAY;
        };
    return new ClockSegment(span.from(), span.to(), kind, Label.same(span.name()));
  }

  /** Joins what an event without consequence has cut. */
  private void add(ClockSegment next) {
    int last = segments.size() - 1;
    ClockSegment before = last < 0 ? next : segments.get(last);
    boolean joins =
        last >= 0 && before.kind() == next.kind() && before.detail().equals(next.detail());
    if (joins) {
      segments.set(last, new ClockSegment(before.from(), next.to(), next.kind(), next.detail()));
    } else {
      segments.add(next);
    }
  }
}

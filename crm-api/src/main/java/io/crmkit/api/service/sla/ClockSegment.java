package io.crmkit.api.service.sla;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A stretch of time that a clock counted or left out, with the reason. The segments of a reading
 * follow each other without gap.
 *
 * @param from included
 * @param to not included
 * @param kind counted, or why not
 * @param detail the holiday's name or the reason of waiting, for people; empty where there is
 *     nothing to add
 */
public record ClockSegment(Instant from, Instant to, Kind kind, Label detail) {

  public ClockSegment {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
  }

  /** Whether a stretch of time counts, and if not, why. */
  public enum Kind implements Labelled {
    COUNTED("counted", "计时"),
    OFF_HOURS("outside working hours", "非工作时间"),
    HOLIDAY("holiday", "节假日"),
    /** The request waited for something that stops this clock. */
    WAITING("paused", "暂停"),
    /** The request counted as solved, until it was reopened. */
    SOLVED("counted as solved", "已解决待确认"),
    /** No service level, or none for the priority the request then had. */
    NO_TARGET("no target", "无时限");

    private final Label label;

    Kind(String en, String zh) {
      this.label = new Label(en, zh);
    }

    @Override
    public Label label() {
      return label;
    }
  }

  /** Whether this stretch uses up the budget. */
  public boolean counted() {
    return kind == Kind.COUNTED;
  }

  /** The real time between the two ends. */
  public Duration length() {
    return Duration.between(from, to);
  }
}

package io.crmkit.api.service.request;

import io.crmkit.api.service.Priority;
import io.crmkit.api.service.WaitingReason;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a request's log. The log is only ever added to, and its times never go back.
 *
 * @param kind what happened
 * @param stamp when, and who says so
 * @param priority the priority from then on, for {@link Kind#OPENED} and {@link
 *     Kind#PRIORITY_CHANGED}
 * @param waiting what is waited for, for {@link Kind#PAUSED}
 * @param cover what covers the request from then on, for {@link Kind#OPENED} and {@link
 *     Kind#COVER_CHANGED}; otherwise empty
 * @param note what there is to say, for people; may be empty
 */
public record RequestEvent(
    Kind kind,
    Stamp stamp,
    @Nullable Priority priority,
    @Nullable WaitingReason waiting,
    Cover cover,
    String note) {

  /** What can happen to a request. */
  public enum Kind {
    OPENED,
    ASSIGNED,
    STARTED,
    /** The first qualified answer was given. */
    RESPONDED,
    PAUSED,
    RESUMED,
    RESOLVED,
    REOPENED,
    CLOSED,
    CANCELLED,
    PRIORITY_CHANGED,
    COVER_CHANGED,
    /** It went to the next support line. */
    ESCALATED,
    /** A third party was given the work. */
    VENDOR_ENGAGED,
    /** The third party reported the work done. */
    VENDOR_FINISHED
  }

  /**
   * When it happened, when it was written down, and by whom.
   *
   * @param occurredAt when it happened
   * @param recordedAt when it was written down
   * @param actor the id of the actor
   */
  public record Stamp(Instant occurredAt, Instant recordedAt, String actor) {

    public Stamp {
      Objects.requireNonNull(occurredAt, "occurredAt");
      Objects.requireNonNull(recordedAt, "recordedAt");
      Objects.requireNonNull(actor, "actor");
    }
  }

  public RequestEvent {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(stamp, "stamp");
    Objects.requireNonNull(cover, "cover");
    Objects.requireNonNull(note, "note");
  }
}

package io.crmkit.api.relay;

import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which stored events one subscriber shall hear again. Everything that is said must hold.
 *
 * @param subscriber the stable id of the subscriber
 * @param fromPosition from this position of an event on, or null
 * @param recordedFrom recorded at this moment or later, or null
 * @param recordedTo recorded before this moment, or null
 * @param subject about this record, or null
 */
public record Replay(
    String subscriber,
    @Nullable Long fromPosition,
    @Nullable Instant recordedFrom,
    @Nullable Instant recordedTo,
    @Nullable EntityRef subject) {

  public Replay {
    Objects.requireNonNull(subscriber, "subscriber");
  }

  /** Everything that the subscriber could ever hear. */
  public static Replay to(String subscriber) {
    return new Replay(subscriber, null, null, null, null);
  }

  public Replay fromPosition(long position) {
    return new Replay(subscriber, position, recordedFrom, recordedTo, subject);
  }

  public Replay recordedFrom(Instant moment) {
    return new Replay(subscriber, fromPosition, moment, recordedTo, subject);
  }

  public Replay recordedTo(Instant moment) {
    return new Replay(subscriber, fromPosition, recordedFrom, moment, subject);
  }

  public Replay about(EntityRef record) {
    return new Replay(subscriber, fromPosition, recordedFrom, recordedTo, record);
  }
}

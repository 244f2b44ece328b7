package io.crmkit.api.environment;

import java.time.Instant;
import java.util.Objects;

/**
 * The two times of a record, and by whom it is.
 *
 * @param at when it was so: when the snapshot was taken, when the change was made
 * @param recordedAt when we came to know it
 * @param recordedBy the id of the actor that told it
 */
public record RecordedTime(Instant at, Instant recordedAt, String recordedBy) {

  public RecordedTime {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(recordedAt, "recordedAt");
    Objects.requireNonNull(recordedBy, "recordedBy");
  }
}

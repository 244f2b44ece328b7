package io.crmkit.api.audit;

import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One write of one record. Entries are only ever added; what erasure takes out of them are personal
 * values, never the fact that something changed.
 *
 * @param id the entry
 * @param version 1, and one more with each erasure of personal values in this entry
 * @param subject the record that was written
 * @param subjectVersion the record's version after the write
 * @param operation what was done
 * @param caller by which command, for whom and why
 * @param times when it happened and when it was recorded
 * @param changes the attributes that changed; for a new record all that have a value
 */
public record AuditEntry(
    AuditEntryId id,
    long version,
    EntityRef subject,
    long subjectVersion,
    Operation operation,
    Caller caller,
    Times times,
    List<FieldChange> changes) {

  public AuditEntry {
    changes = List.copyOf(changes);
  }

  /** What stands where a personal value was, once it is erased. */
  public static final String ERASED_VALUE = "[erased]";

  /** What can be done to a record. */
  public enum Operation {
    CREATED,
    CHANGED,
    DELETED,
    /** Its personal values were taken out of the audit, of events and of what else was kept. */
    ERASED
  }

  /**
   * Who wrote, through which command.
   *
   * @param command the command's stable name
   * @param actor the id of the actor
   * @param onBehalfOf for whom the actor worked, or null
   * @param reason why, in the caller's words, or null
   * @param correlationId the host's correlation id, or null
   */
  public record Caller(
      String command,
      String actor,
      @Nullable String onBehalfOf,
      @Nullable String reason,
      @Nullable String correlationId) {}

  /**
   * The two times of a write.
   *
   * @param occurredAt when it happened, as the caller said
   * @param recordedAt when it was written down
   */
  public record Times(Instant occurredAt, Instant recordedAt) {}

  /**
   * One attribute before and after.
   *
   * @param path the attribute, such as {@code "amount.currency"} or {@code "phones[1].number"}
   * @param before its text before; null if it had no value
   * @param after its text after; null if it has no value
   * @param personal whether it holds personal data
   */
  public record FieldChange(
      String path, @Nullable String before, @Nullable String after, boolean personal) {}
}

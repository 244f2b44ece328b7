package io.crmkit.api.feed;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.value.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One write of one record.
 *
 * @param kind what happened, for this reader
 * @param subject the record
 * @param version the record's version after the write; for a deletion the one that was deleted
 * @param actor the id of the actor; null if the reader may not see the record
 * @param times when it happened and when it was recorded
 * @param changes field by field; for a new record all that have a value; empty if the reader may
 *     not see the record
 */
public record FeedChange(
    Kind kind,
    EntityRef subject,
    long version,
    @Nullable String actor,
    AuditEntry.Times times,
    List<AuditEntry.FieldChange> changes) {

  public FeedChange {
    changes = List.copyOf(changes);
  }

  /** What happened. */
  public enum Kind {
    /** There is a new record. */
    CREATED,
    /**
     * A record has changed. Whoever does not have it yet, since it came into his view, loads it.
     */
    CHANGED,
    /** The record is gone. Told, without its content, to everyone who may see some of its kind. */
    DELETED,
    /**
     * The record may have left the reader's view: what changed is something on which it depends
     * what he may see, and now he may not see the record. Whoever has it drops it.
     */
    WITHDRAWN,
    /**
     * Personal values of the record were erased from all that is kept of its past. Whoever has kept
     * changes that he was told does the same. Told, without its fields, to everyone who may see
     * some of its kind.
     */
    ERASED
  }
}

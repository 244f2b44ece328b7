package io.crmkit.api.proposal;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a node and the branch below it from being changed.
 *
 * @param lockedBy the id of the actor who alone may change it; null if it is not locked
 * @param lockedAt since when; null if it is not locked
 * @param removedBy the id of the actor who deleted it; null if it was not deleted itself
 * @param removedAt when; null if it was not deleted itself
 */
@RecordBuilder
public record NodeHold(
    @Nullable String lockedBy,
    @Nullable Instant lockedAt,
    @Nullable String removedBy,
    @Nullable Instant removedAt)
    implements NodeHoldBuilder.With {

  public static NodeHold none() {
    return new NodeHold(null, null, null, null);
  }
}

package io.crmkit.api.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the history of a proposal: who did what, and when.
 *
 * @param id the entry
 * @param version always 1, since history never changes
 * @param proposalId whose history
 * @param nodeId the node that was changed; null if it was the proposal itself
 * @param kind what was done
 * @param actor the id of the actor
 * @param occurredAt when it happened
 * @param detail the title, the edition or the new status; what the kind leaves open
 */
public record ProposalChange(
    ProposalChangeId id,
    long version,
    ProposalId proposalId,
    @Nullable ProposalNodeId nodeId,
    Kind kind,
    String actor,
    Instant occurredAt,
    String detail) {

  /** What was done. */
  public enum Kind {
    DRAFTED,
    CHANGED,
    STATUS_CHANGED,
    NODE_ADDED,
    NODE_COPIED,
    NODE_MOVED,
    NODE_TITLED,
    NODE_PLANNED,
    NODE_WRITTEN,
    NODE_REMOVED,
    NODE_RESTORED,
    NODE_LOCKED,
    NODE_UNLOCKED
  }
}

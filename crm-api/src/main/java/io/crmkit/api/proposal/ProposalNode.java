package io.crmkit.api.proposal;

import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One node of a proposal's tree. What it contains is read separately, since it can be large.
 *
 * @param id the node
 * @param version changes with every change of this node, and of no other
 * @param proposalId whose node it is
 * @param place where it stands
 * @param heading its title
 * @param plan who writes it by when
 * @param hold who has locked it, who has deleted it
 * @param contentId what it contains now; null if nothing was written yet
 */
@RecordBuilder
public record ProposalNode(
    ProposalNodeId id,
    long version,
    ProposalId proposalId,
    NodePlace place,
    NodeHeading heading,
    NodePlan plan,
    NodeHold hold,
    @Nullable ContentEditionId contentId)
    implements ProposalNodeBuilder.With {

  /** The stable name of the entity, for references. */
  public static final String ENTITY = "proposals.node";

  public EntityRef ref() {
    return EntityRef.of(ENTITY, id);
  }

  public String title() {
    return heading.title();
  }
}

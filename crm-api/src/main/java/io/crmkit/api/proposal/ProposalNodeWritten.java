package io.crmkit.api.proposal;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * The content of a node was changed.
 *
 * @param proposalId whose node it is
 * @param nodeId the node
 * @param edition the number of the new edition
 */
@EventName("proposals.node-written")
public record ProposalNodeWritten(ProposalId proposalId, ProposalNodeId nodeId, int edition)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Proposal.ENTITY, proposalId);
  }
}

package io.crmkit.api.proposal;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A proposal was sent to review, sent back or withdrawn. Of issuing {@link ProposalIssued} tells.
 *
 * @param proposalId the proposal
 * @param before where it stood
 * @param after where it stands now
 */
@EventName("proposals.proposal-status-changed")
public record ProposalStatusChanged(
    ProposalId proposalId, ProposalStatus before, ProposalStatus after) implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Proposal.ENTITY, proposalId);
  }
}

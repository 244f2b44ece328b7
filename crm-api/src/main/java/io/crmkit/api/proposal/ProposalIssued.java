package io.crmkit.api.proposal;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A proposal was given to the customer.
 *
 * @param proposalId the proposal
 * @param number its number
 * @param about for whom and about what
 * @param issue what was given
 */
@EventName("proposals.proposal-issued")
public record ProposalIssued(
    ProposalId proposalId, String number, ProposalSubject about, ProposalIssue issue)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Proposal.ENTITY, proposalId);
  }
}

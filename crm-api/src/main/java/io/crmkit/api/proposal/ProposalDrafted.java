package io.crmkit.api.proposal;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A proposal was begun.
 *
 * @param proposalId the proposal
 * @param number its number
 * @param about for whom and about what
 */
@EventName("proposals.proposal-drafted")
public record ProposalDrafted(ProposalId proposalId, String number, ProposalSubject about)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Proposal.ENTITY, proposalId);
  }
}

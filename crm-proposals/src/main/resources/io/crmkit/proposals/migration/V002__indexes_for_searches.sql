-- Searches that were served by no index: whose proposals, what was issued when, all contents of a proposal.

create index crm_proposal_owner_ix on crm_proposal (tenant_id, owner, status);
create index crm_proposal_issued_ix on crm_proposal (tenant_id, issue_at);
create index crm_proposal_content_proposal_ix on crm_proposal_content (tenant_id, proposal_id);

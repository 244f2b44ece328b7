-- Searches that were served by no index: what is new, who reports to whom, what a person of ours did.

create index crm_customer_registered_ix on crm_customer (tenant_id, registered_at);
create index crm_contact_post_superior_ix on crm_contact_post (tenant_id, post_reports_to_id);
create index crm_interaction_at_ix on crm_interaction (tenant_id, exchange_at);
create index crm_interaction_participant_staff_ix on crm_interaction_participant (tenant_id, staff);

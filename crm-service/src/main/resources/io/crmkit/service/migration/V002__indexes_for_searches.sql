-- Searches that were served by no index: what somebody has to do, what is due, which contracts run.

create index crm_service_request_assignee_ix on crm_service_request (tenant_id, state_assignee, state_status);
create index crm_service_request_due_ix on crm_service_request (tenant_id, state_due);
create index crm_service_contract_status_ix on crm_service_contract (tenant_id, status, terms_end);
create index crm_service_contract_start_ix on crm_service_contract (tenant_id, terms_start);
create index crm_service_request_last_event_ix on crm_service_request (tenant_id, last_event_at);

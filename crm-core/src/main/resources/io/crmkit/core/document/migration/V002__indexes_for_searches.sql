-- Searches that were served by no index: what is new, a file by its name.

create index crm_document_stored_ix on crm_document (tenant_id, stored_at);
create index crm_document_name_ix on crm_document (tenant_id, name);

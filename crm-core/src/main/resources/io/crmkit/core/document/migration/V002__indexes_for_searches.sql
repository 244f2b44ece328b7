create index crm_document_stored_ix on crm_document (tenant_id, stored_at);

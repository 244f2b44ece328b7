-- Texts are sorted and compared by their bytes, whatever the database's collation. On PostgreSQL that takes
-- indexes of their own; elsewhere the same ones serve. No other database has a script of this version.

create index crm_service_request_number_bytes_ix on crm_service_request (tenant_id, number collate "C");
create index crm_service_contract_number_bytes_ix on crm_service_contract (tenant_id, number collate "C");

-- Texts are sorted and compared by their bytes, whatever the database's collation. On PostgreSQL that takes
-- indexes of their own; elsewhere the same ones serve. No other database has a script of this version.

create index crm_proposal_number_bytes_ix on crm_proposal (tenant_id, number collate "C");

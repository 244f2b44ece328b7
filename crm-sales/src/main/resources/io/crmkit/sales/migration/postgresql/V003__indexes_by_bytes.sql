-- Texts are sorted and compared by their bytes, whatever the database's collation. On PostgreSQL that takes
-- indexes of their own; elsewhere the same ones serve. No other database has a script of this version.

create index crm_opportunity_name_bytes_ix on crm_opportunity (tenant_id, name collate "C");
create index crm_quote_number_bytes_ix on crm_quote (tenant_id, heading_number collate "C");
create index crm_sales_order_number_bytes_ix on crm_sales_order (tenant_id, heading_number collate "C");

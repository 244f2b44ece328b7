-- Texts are sorted and compared by their bytes, whatever the database's collation. On PostgreSQL that takes
-- indexes of their own; elsewhere the same ones serve. No other database has a script of this version.

create index crm_customer_number_bytes_ix on crm_customer (tenant_id, number collate "C");
create index crm_customer_latin_bytes_ix on crm_customer (tenant_id, name_latin collate "C");
create index crm_customer_chinese_bytes_ix on crm_customer (tenant_id, name_chinese collate "C");
create index crm_customer_search_name_bytes_ix on crm_customer (tenant_id, search_name collate "C");
create index crm_customer_contact_point_bytes_ix
  on crm_customer_contact_point (tenant_id, normalized collate "C");
create index crm_contact_contact_point_bytes_ix
  on crm_contact_contact_point (tenant_id, normalized collate "C");

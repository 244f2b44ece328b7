-- Texts are sorted and compared by their bytes, whatever the database's collation. On PostgreSQL that takes
-- indexes of their own; elsewhere the same ones serve. No other database has a script of this version.

create index crm_product_sku_bytes_ix on crm_product (tenant_id, sku collate "C");
create index crm_asset_serial_number_bytes_ix on crm_asset (tenant_id, identity_serial_number collate "C");

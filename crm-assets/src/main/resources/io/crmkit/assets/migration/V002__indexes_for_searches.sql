-- Searches that were served by no index: by serial number as written, by batch (a recall), by what was sold,
-- by place.

create index crm_asset_serial_number_ix on crm_asset (tenant_id, identity_serial_number);
create index crm_asset_batch_ix on crm_asset (tenant_id, identity_batch);
create index crm_asset_sku_ix on crm_asset (tenant_id, sold_sku);
create index crm_asset_site_ix on crm_asset (tenant_id, placement_site);
create index crm_warranty_starts_on_ix on crm_warranty (tenant_id, cover_starts_on);

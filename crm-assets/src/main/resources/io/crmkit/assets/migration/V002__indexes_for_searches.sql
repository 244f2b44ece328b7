-- Searches that were served by no index: by serial number as written, by batch (a recall), by what was sold,
-- by place, a product by its numbers in other systems, revisions by what they contained.

create index crm_asset_serial_number_ix on crm_asset (tenant_id, identity_serial_number);
create index crm_asset_batch_ix on crm_asset (tenant_id, identity_batch);
create index crm_asset_sku_ix on crm_asset (tenant_id, sold_sku);
create index crm_asset_site_ix on crm_asset (tenant_id, placement_site);
create index crm_warranty_starts_on_ix on crm_warranty (tenant_id, cover_starts_on);
create index crm_asset_model_ix on crm_asset (tenant_id, identity_model);
create index crm_product_order_number_ix on crm_product (tenant_id, numbers_order);
create index crm_product_stock_number_ix on crm_product (tenant_id, numbers_stock);
create index crm_product_revision_component_product_ix on crm_product_revision_component (tenant_id, product_id);

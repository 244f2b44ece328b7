-- Searches that were served by no index: by owner, by address, by time, by what something came from.

create index crm_lead_owner on crm_lead (tenant_id, state_owner, state_status);
create index crm_lead_email on crm_lead (tenant_id, prospect_email);
create index crm_lead_captured on crm_lead (tenant_id, origin_captured_at);
create index crm_lead_opportunity on crm_lead (tenant_id, conversion_opportunity_id);
create index crm_opportunity_lead on crm_opportunity (tenant_id, origin_lead_id);
create index crm_opportunity_team on crm_opportunity (tenant_id, owner_team);
create index crm_opportunity_opened on crm_opportunity (tenant_id, origin_opened_at);
create index crm_opportunity_changed on crm_opportunity (tenant_id, progress_changed_at);
create index crm_opportunity_expected on crm_opportunity (tenant_id, deal_expected_close);
create index crm_quote_valid_until on crm_quote (tenant_id, terms_valid_until);
create index crm_sales_order_placed on crm_sales_order (tenant_id, heading_placed_at);
create index crm_sales_order_status on crm_sales_order (tenant_id, status, heading_placed_at);
create index crm_sales_order_erp_number on crm_sales_order (tenant_id, erp_erp_number);
create index crm_price_entry_sku on crm_price_entry (tenant_id, item_sku);
create index crm_lead_organization on crm_lead (tenant_id, prospect_organization);

-- Contracts cover the units at a site that the installed base knows, which need not be loaded.
alter table crm_service_coverage add column site_id ${uuid};
create index crm_service_coverage_site_ix on crm_service_coverage (tenant_id, site_id);

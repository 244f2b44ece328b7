-- The values of custom fields; null where there are none.

alter table crm_product add column custom ${json};
alter table crm_asset add column custom ${json};

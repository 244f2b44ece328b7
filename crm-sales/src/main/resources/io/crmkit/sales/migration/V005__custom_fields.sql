-- The values of custom fields; null where there are none.

alter table crm_lead add column custom ${json};
alter table crm_opportunity add column custom ${json};
alter table crm_quote add column custom ${json};
alter table crm_sales_order add column custom ${json};

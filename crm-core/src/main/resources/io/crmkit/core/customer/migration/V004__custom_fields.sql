-- The values of custom fields; null where there are none.

alter table crm_customer add column custom ${json};
alter table crm_contact add column custom ${json};

-- The values of custom fields; null where there are none.

alter table crm_proposal add column custom ${json};

-- The values of custom fields; null where there are none.

alter table crm_service_contract add column custom ${json};
alter table crm_service_request add column custom ${json};

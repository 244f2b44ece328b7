alter table crm_customer add column custom ${json};

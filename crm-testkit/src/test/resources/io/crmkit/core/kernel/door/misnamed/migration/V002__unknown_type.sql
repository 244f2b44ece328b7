create table crm_misnamed (tenant_id varchar(64) not null, id ${uid} not null);

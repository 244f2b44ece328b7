create table crm_halfway_first (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  primary key (tenant_id, id)
);

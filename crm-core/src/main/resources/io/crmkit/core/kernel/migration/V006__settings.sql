-- What tenants have chosen for the settings of modules.

create table crm_setting (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  setting varchar(100) not null,
  content varchar(2000) not null,
  primary key (tenant_id, id)
);

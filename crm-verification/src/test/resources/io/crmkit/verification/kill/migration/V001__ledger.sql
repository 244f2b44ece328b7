create table crm_ledger_heard (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  event varchar(36) not null,
  subscriber varchar(100) not null,
  primary key (tenant_id, id)
);

create table crm_ledger_fired (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  timer varchar(200) not null,
  due varchar(40) not null,
  primary key (tenant_id, id)
);

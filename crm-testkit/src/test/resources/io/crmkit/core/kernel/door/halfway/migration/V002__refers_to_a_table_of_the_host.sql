create table crm_halfway_second (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  primary key (tenant_id, id)
);

insert into erp_note (word) values ('the host has this table or not');

create table crm_door_thing (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  name varchar(200) not null,
  wrong_type varchar(200) not null,
  note varchar(200),
  primary key (tenant_id, id)
);

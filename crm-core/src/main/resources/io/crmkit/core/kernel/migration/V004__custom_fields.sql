-- Custom fields: what tenants have declared, and the index of all values. The values themselves are
-- kept by each record, in its column custom.

create table crm_custom_field (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  entity varchar(64) not null,
  field varchar(80) not null,
  type varchar(16) not null,
  content ${json} not null,
  target varchar(64),
  state varchar(16) not null,
  primary key (tenant_id, id)
);

create table crm_custom_value (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  entity varchar(64) not null,
  field varchar(80) not null,
  record_id ${uuid} not null,
  text_value varchar(500),
  number_value decimal(23,8),
  date_value date,
  instant_value ${instant},
  primary key (tenant_id, id)
);
create index crm_custom_value_record on crm_custom_value (tenant_id, record_id, field);
create index crm_custom_value_text on crm_custom_value (tenant_id, entity, field, text_value, record_id);
create index crm_custom_value_number on crm_custom_value (tenant_id, entity, field, number_value, record_id);
create index crm_custom_value_date on crm_custom_value (tenant_id, entity, field, date_value, record_id);
create index crm_custom_value_instant on crm_custom_value (tenant_id, entity, field, instant_value, record_id);

-- What the kernel keeps for itself: locks without a row, counts, audit, events and deliveries.

create table crm_lock (
  tenant_id varchar(64) not null,
  scope varchar(200) not null,
  name varchar(64) not null,
  primary key (tenant_id, scope, name)
);

create table crm_sequence (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  name varchar(200) not null,
  last bigint not null,
  primary key (tenant_id, id)
);

create table crm_module_switch (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  module varchar(64) not null,
  off boolean not null,
  primary key (tenant_id, id)
);

create table crm_audit (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  subject_entity varchar(64) not null,
  subject_id ${uuid} not null,
  subject_version bigint not null,
  operation varchar(16) not null,
  caller_command varchar(100) not null,
  caller_actor varchar(128) not null,
  caller_on_behalf_of varchar(128),
  caller_reason varchar(2000),
  caller_correlation_id varchar(200),
  times_occurred_at ${instant} not null,
  times_recorded_at ${instant} not null,
  changes ${json} not null,
  primary key (tenant_id, id)
);
create index crm_audit_subject on crm_audit (tenant_id, subject_id, subject_version);
create index crm_audit_actor on crm_audit (tenant_id, caller_actor, times_recorded_at);

create table crm_event (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  name varchar(100) not null,
  event_version int not null,
  subject_entity varchar(64) not null,
  subject_id ${uuid} not null,
  position bigint not null,
  origin_actor varchar(128) not null,
  origin_correlation_id varchar(200),
  origin_occurred_at ${instant} not null,
  origin_recorded_at ${instant} not null,
  payload ${json} not null,
  primary key (tenant_id, id)
);
create index crm_event_subject on crm_event (tenant_id, subject_id, position);
create index crm_event_position on crm_event (tenant_id, position);

create table crm_delivery (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  event_id ${uuid} not null,
  subscriber varchar(100) not null,
  subject_entity varchar(64) not null,
  subject_id ${uuid} not null,
  sequence bigint not null,
  attempts_count int not null,
  attempts_due_at ${instant} not null,
  attempts_parked boolean not null,
  attempts_last_error varchar(2000),
  primary key (tenant_id, id)
);
create index crm_delivery_queue on crm_delivery (tenant_id, attempts_parked, sequence);

create table crm_used_key (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  command varchar(100) not null,
  fingerprint varchar(64) not null,
  answer_entity varchar(64),
  answer_record ${uuid},
  answer_type varchar(300),
  answer_document ${json},
  used_at ${instant} not null,
  primary key (tenant_id, id)
);

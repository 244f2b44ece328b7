-- Durable work: deliveries in queues, found by when they are due; timers; the change feed.

alter table crm_event add column subject_version bigint default 0 not null;

-- A new table rather than changed columns, since databases disagree on how an index is dropped.
create table crm_delivery_queued (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  event_id ${uuid} not null,
  subscriber varchar(100) not null,
  subject_entity varchar(64) not null,
  subject_id ${uuid} not null,
  turn_version bigint not null,
  turn_position bigint not null,
  recorded_at ${instant} not null,
  attempts_status varchar(16) not null,
  attempts_count int not null,
  attempts_due_at ${instant} not null,
  attempts_last_error varchar(2000),
  primary key (tenant_id, id)
);

insert into crm_delivery_queued (
  tenant_id, id, version, event_id, subscriber, subject_entity, subject_id, turn_version, turn_position,
  recorded_at, attempts_status, attempts_count, attempts_due_at, attempts_last_error)
select
  d.tenant_id, d.id, d.version, d.event_id, d.subscriber, d.subject_entity, d.subject_id, 0, d.sequence,
  e.origin_recorded_at, case when d.attempts_parked then 'PARKED' else 'WAITING' end, d.attempts_count,
  d.attempts_due_at, d.attempts_last_error
from crm_delivery d
join crm_event e on e.tenant_id = d.tenant_id and e.id = d.event_id;

drop table crm_delivery;
alter table crm_delivery_queued rename to crm_delivery;

create index crm_delivery_queue
  on crm_delivery (tenant_id, subscriber, subject_id, turn_version, turn_position);
create index crm_delivery_due on crm_delivery (tenant_id, subscriber, attempts_due_at, id);
-- For finding the tenants that have work to do; the work itself is claimed tenant by tenant.
create index crm_delivery_due_anywhere on crm_delivery (attempts_due_at, tenant_id, subscriber);

create table crm_timer (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  handler varchar(100) not null,
  name varchar(200) not null,
  due_at ${instant} not null,
  set_at ${instant} not null,
  payload ${json},
  attempts_status varchar(16) not null,
  attempts_count int not null,
  attempts_due_at ${instant} not null,
  attempts_last_error varchar(2000),
  primary key (tenant_id, id)
);
create index crm_timer_due on crm_timer (tenant_id, handler, attempts_due_at, id);
create index crm_timer_due_anywhere on crm_timer (attempts_due_at, tenant_id, handler);

create table crm_feed_state (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  last bigint not null,
  expired bigint not null,
  primary key (tenant_id, id)
);

create table crm_feed (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  position bigint not null,
  recorded_at ${instant} not null,
  writes ${json} not null,
  primary key (tenant_id, id)
);
create index crm_feed_position on crm_feed (tenant_id, position, id);

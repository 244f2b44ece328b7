-- Attempts to place an order that the ERP refused. Rows are only ever added.
create table crm_order_attempt (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  order_id ${uuid} not null,
  attempt int not null,
  quote_id ${uuid} not null,
  placed_at ${instant} not null,
  refusal varchar(500) not null,
  refused_at ${instant} not null,
  primary key (tenant_id, id),
  unique (tenant_id, order_id, attempt),
  foreign key (tenant_id, order_id) references crm_sales_order (tenant_id, id)
);
create index crm_order_attempt_quote on crm_order_attempt (tenant_id, quote_id);

-- What was refused before there were attempts was the first one.
insert into crm_order_attempt (
  tenant_id, id, version, order_id, attempt, quote_id, placed_at, refusal, refused_at)
select
  o.tenant_id, o.id, 1, o.id, 1, o.heading_quote_id, o.heading_placed_at,
  coalesce(o.erp_refusal, ''),
  coalesce(
    (select max(m.recorded_at)
      from crm_erp_message m
      where m.tenant_id = o.tenant_id and m.order_id = o.id),
    o.heading_placed_at)
from crm_sales_order o
where o.status = 'REFUSED';

-- The ledger of points; rows are only ever added.
create table crm_loyalty_entry (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  customer_id ${uuid} not null,
  number int not null,
  balance bigint not null,
  booking_points bigint not null,
  booking_source varchar(100),
  booking_note varchar(500) not null,
  booking_at ${instant} not null,
  primary key (tenant_id, id),
  unique (tenant_id, customer_id, number),
  unique (tenant_id, booking_source)
);
create index crm_loyalty_entry_at on crm_loyalty_entry (tenant_id, customer_id, booking_at);

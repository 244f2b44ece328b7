-- What customers may draw on, and the ledger of every grant and use, to which rows are only ever added.

create table crm_entitlement (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  customer_id ${uuid} not null,
  asset_id ${uuid},
  source_entity varchar(100),
  source_id ${uuid},
  name varchar(200) not null,
  unit varchar(20) not null,
  period_from date not null,
  period_to date,
  carry_over varchar(20) not null,
  carry_at_most decimal(23,8),
  balance_granted decimal(23,8) not null,
  balance_taken decimal(23,8) not null,
  balance_gone decimal(23,8) not null,
  constraint crm_entitlement_pk primary key (tenant_id, id),
  constraint crm_entitlement_asset_fk foreign key (tenant_id, asset_id)
    references crm_asset (tenant_id, id)
);

create index crm_entitlement_customer_ix on crm_entitlement (tenant_id, customer_id, unit);
create index crm_entitlement_asset_ix on crm_entitlement (tenant_id, asset_id);
create index crm_entitlement_from_ix on crm_entitlement (tenant_id, period_from);
create index crm_entitlement_to_ix on crm_entitlement (tenant_id, period_to);

create table crm_entitlement_entry (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  entitlement_id ${uuid} not null,
  kind varchar(20) not null,
  quantity decimal(23,8) not null,
  about_id ${uuid},
  purpose_entity varchar(100),
  purpose_id ${uuid},
  time_valid_from ${instant} not null,
  time_valid_to ${instant},
  time_recorded_at ${instant} not null,
  constraint crm_entitlement_entry_pk primary key (tenant_id, id),
  constraint crm_entitlement_entry_fk foreign key (tenant_id, entitlement_id)
    references crm_entitlement (tenant_id, id)
);

create index crm_entitlement_entry_ix on crm_entitlement_entry (tenant_id, entitlement_id, time_recorded_at);
create index crm_entitlement_entry_about_ix on crm_entitlement_entry (tenant_id, about_id);

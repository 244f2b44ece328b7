-- Units go from one customer to another, take each other's place, and are lent. Each fact of the past tells who had
-- the unit, so that each customer is told of its own time only.

alter table crm_asset add column succession_replaces_id ${uuid};
alter table crm_asset add column succession_replaced_by_id ${uuid};
alter table crm_asset add column parties_user_id ${uuid};
alter table crm_asset add column parties_maintainer_id ${uuid};
alter table crm_asset add column parties_lessor_id ${uuid};
alter table crm_asset add column loan_lender_id ${uuid};
alter table crm_asset add column loan_in_place_of_id ${uuid};
alter table crm_asset add column loan_due_on date;

alter table crm_asset add constraint crm_asset_replaces_fk foreign key (tenant_id, succession_replaces_id)
  references crm_asset (tenant_id, id);
alter table crm_asset add constraint crm_asset_replaced_by_fk foreign key (tenant_id, succession_replaced_by_id)
  references crm_asset (tenant_id, id);
alter table crm_asset add constraint crm_asset_in_place_of_fk foreign key (tenant_id, loan_in_place_of_id)
  references crm_asset (tenant_id, id);

create index crm_asset_replaces_ix on crm_asset (tenant_id, succession_replaces_id);
create index crm_asset_replaced_by_ix on crm_asset (tenant_id, succession_replaced_by_id);
create index crm_asset_in_place_of_ix on crm_asset (tenant_id, loan_in_place_of_id);
create index crm_asset_user_ix on crm_asset (tenant_id, parties_user_id);
create index crm_asset_maintainer_ix on crm_asset (tenant_id, parties_maintainer_id);
create index crm_asset_lessor_ix on crm_asset (tenant_id, parties_lessor_id);
create index crm_asset_lender_ix on crm_asset (tenant_id, loan_lender_id);
create index crm_asset_loan_due_ix on crm_asset (tenant_id, loan_due_on);

-- Until now a unit never left its customer.

alter table crm_asset_status_fact
  add column holder_id ${uuid} default '00000000-0000-0000-0000-000000000000' not null;
update crm_asset_status_fact set holder_id = (
  select a.customer_id from crm_asset a
  where a.tenant_id = crm_asset_status_fact.tenant_id and a.id = crm_asset_status_fact.asset_id);
create index crm_asset_status_fact_holder_ix on crm_asset_status_fact (tenant_id, holder_id, time_valid_from);
create index crm_asset_status_fact_held_ix on crm_asset_status_fact (tenant_id, holder_id, asset_id);

alter table crm_asset_placement_fact
  add column holder_id ${uuid} default '00000000-0000-0000-0000-000000000000' not null;
update crm_asset_placement_fact set holder_id = (
  select a.customer_id from crm_asset a
  where a.tenant_id = crm_asset_placement_fact.tenant_id and a.id = crm_asset_placement_fact.asset_id);
create index crm_asset_placement_fact_holder_ix on crm_asset_placement_fact (tenant_id, holder_id, time_valid_from);

-- That a customer ceased to be something to a unit is a fact, too.

alter table crm_asset_party_fact add column ended boolean default false not null;

-- What was entered late of the past, for the audit; the facts themselves are among the others.

create table crm_asset_correction (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  asset_id ${uuid} not null,
  what varchar(20) not null,
  told varchar(1000) not null,
  time_valid_from ${instant} not null,
  time_valid_to ${instant},
  time_recorded_at ${instant} not null,
  constraint crm_asset_correction_pk primary key (tenant_id, id),
  constraint crm_asset_correction_asset_fk foreign key (tenant_id, asset_id)
    references crm_asset (tenant_id, id)
);

create index crm_asset_correction_asset_ix on crm_asset_correction (tenant_id, asset_id);

-- What was known of each warranty's days, and since when; rows are only ever added.

create table crm_warranty_fact (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  warranty_id ${uuid} not null,
  asset_id ${uuid} not null,
  cover_extra_months int not null,
  cover_starts_on date,
  cover_ends_on date,
  cause varchar(40) not null,
  why varchar(300),
  recorded_at ${instant} not null,
  constraint crm_warranty_fact_pk primary key (tenant_id, id),
  constraint crm_warranty_fact_warranty_fk foreign key (tenant_id, warranty_id)
    references crm_warranty (tenant_id, id),
  constraint crm_warranty_fact_asset_fk foreign key (tenant_id, asset_id)
    references crm_asset (tenant_id, id)
);

create index crm_warranty_fact_warranty_ix on crm_warranty_fact (tenant_id, warranty_id);
create index crm_warranty_fact_asset_ix on crm_warranty_fact (tenant_id, asset_id);

-- Warranties from before have one fact each, known as long as their unit: their ids serve for it.
insert into crm_warranty_fact
  (tenant_id, id, version, warranty_id, asset_id, cover_extra_months, cover_starts_on, cover_ends_on,
   cause, recorded_at)
select w.tenant_id, w.id, 1, w.id, w.asset_id, w.cover_extra_months, w.cover_starts_on, w.cover_ends_on,
  'grant', min(f.time_recorded_at)
from crm_warranty w
join crm_asset_status_fact f on f.tenant_id = w.tenant_id and f.asset_id = w.asset_id
group by w.tenant_id, w.id, w.asset_id, w.cover_extra_months, w.cover_starts_on, w.cover_ends_on;

-- What warranties do not cover, when they begin at the latest, and whether they are suspended while a unit is in repair.

alter table crm_asset add column life_first_used_on date;
create index crm_asset_first_used_ix on crm_asset (tenant_id, life_first_used_on);

alter table crm_product_warranty add column exclusions ${json} default '[]' not null;
alter table crm_product_warranty add column latest_start int;
alter table crm_product_warranty add column suspended_in_repair boolean default false not null;

alter table crm_warranty add column terms_exclusions ${json} default '[]' not null;
alter table crm_warranty add column terms_latest_start int;
alter table crm_warranty add column terms_suspended_in_repair boolean default false not null;
alter table crm_warranty add column cover_suspended_days int default 0 not null;
alter table crm_warranty add column cover_carried_on date;
alter table crm_warranty add column cover_carried_days int;

alter table crm_warranty_fact add column cover_suspended_days int default 0 not null;
alter table crm_warranty_fact add column cover_carried_on date;
alter table crm_warranty_fact add column cover_carried_days int;

-- What a product was sold with, at each of its revisions.

create table crm_product_revision_warranty (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  kind varchar(40) not null,
  covers varchar(300) not null,
  exclusions ${json} not null,
  begins varchar(20) not null,
  latest_start int,
  months int not null,
  fixed_on date,
  suspended_in_repair boolean not null,
  constraint crm_product_revision_warranty_pk primary key (tenant_id, owner_id, pos),
  constraint crm_product_revision_warranty_fk foreign key (tenant_id, owner_id)
    references crm_product_revision (tenant_id, id)
);

-- Of revisions from before, those that still are the latest have what the catalogue says; of the others it is not known.
insert into crm_product_revision_warranty
  (tenant_id, owner_id, pos, kind, covers, exclusions, begins, months, fixed_on, suspended_in_repair)
select w.tenant_id, r.id, w.pos, w.kind, w.covers, w.exclusions, w.begins, w.months, w.fixed_on, w.suspended_in_repair
from crm_product_warranty w
join crm_product p on p.tenant_id = w.tenant_id and p.id = w.owner_id
join crm_product_revision r on r.tenant_id = p.tenant_id and r.product_id = p.id and r.revision = p.life_revision;

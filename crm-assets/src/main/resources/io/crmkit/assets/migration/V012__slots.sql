-- Slots: the places within a unit that take other units, what fits them, and which unit is in which.

create table crm_product_slot (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  code varchar(60) not null,
  name_en varchar(100) not null,
  name_zh varchar(100) not null,
  fits ${json} not null,
  required boolean not null,
  constraint crm_product_slot_pk primary key (tenant_id, owner_id, pos),
  constraint crm_product_slot_owner_fk foreign key (tenant_id, owner_id)
    references crm_product (tenant_id, id)
);

create table crm_product_revision_slot (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  code varchar(60) not null,
  name_en varchar(100) not null,
  name_zh varchar(100) not null,
  fits ${json} not null,
  required boolean not null,
  constraint crm_product_revision_slot_pk primary key (tenant_id, owner_id, pos),
  constraint crm_product_revision_slot_fk foreign key (tenant_id, owner_id)
    references crm_product_revision (tenant_id, id)
);

alter table crm_product_component add column slots ${json} default '[]' not null;
alter table crm_product_revision_component add column slots ${json} default '[]' not null;

alter table crm_asset add column placement_slot varchar(60);
alter table crm_asset add column slot_key varchar(60);
create unique index crm_asset_slot_uq on crm_asset (tenant_id, placement_parent_id, slot_key);

alter table crm_asset_placement_fact add column placement_slot varchar(60);

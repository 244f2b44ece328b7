-- Sites: the places at which customers have their units. A unit of which no site is said stands where the unit does
-- that it is within.

create table crm_site (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  customer_id ${uuid} not null,
  name varchar(200) not null,
  address_street varchar(300),
  address_city varchar(100),
  address_region varchar(100),
  address_postal_code varchar(20),
  address_country varchar(2),
  zone varchar(60),
  status varchar(20) not null,
  since ${instant} not null,
  constraint crm_site_pk primary key (tenant_id, id)
);

create index crm_site_customer_ix on crm_site (tenant_id, customer_id, name);
create index crm_site_name_ix on crm_site (tenant_id, name);
create index crm_site_country_ix on crm_site (tenant_id, address_country);
create index crm_site_city_ix on crm_site (tenant_id, address_city);

alter table crm_asset add column placement_site_id ${uuid};
alter table crm_asset add constraint crm_asset_site_fk foreign key (tenant_id, placement_site_id)
  references crm_site (tenant_id, id);
create index crm_asset_at_site_ix on crm_asset (tenant_id, placement_site_id);

alter table crm_asset_placement_fact add column placement_site_id ${uuid};
alter table crm_asset_placement_fact add constraint crm_asset_placement_fact_site_fk
  foreign key (tenant_id, placement_site_id) references crm_site (tenant_id, id);
create index crm_asset_placement_fact_site_ix on crm_asset_placement_fact (tenant_id, placement_site_id);

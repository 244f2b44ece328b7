-- The catalogue.

create table crm_product (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  sku varchar(64) not null,
  description_name_en varchar(300) not null,
  description_name_zh varchar(300) not null,
  description_kind varchar(20) not null,
  description_unit varchar(20) not null,
  description_maker varchar(100),
  description_line varchar(100),
  description_packaging varchar(200),
  description_role varchar(20),
  life_status varchar(20) not null,
  life_revision int not null,
  numbers_order varchar(64),
  numbers_stock varchar(64),
  numbers_batch varchar(64),
  list_price_amount decimal(19,4),
  list_price_currency varchar(3),
  specification ${json} not null,
  constraint crm_product_pk primary key (tenant_id, id),
  constraint crm_product_sku_uq unique (tenant_id, sku)
);

create index crm_product_line_ix on crm_product (tenant_id, description_line);

create table crm_product_component (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  product_id ${uuid} not null,
  quantity int not null,
  function_name varchar(200),
  constraint crm_product_component_pk primary key (tenant_id, owner_id, pos),
  constraint crm_product_component_owner_fk foreign key (tenant_id, owner_id)
    references crm_product (tenant_id, id),
  constraint crm_product_component_product_fk foreign key (tenant_id, product_id)
    references crm_product (tenant_id, id)
);

create index crm_product_component_product_ix on crm_product_component (tenant_id, product_id);

create table crm_product_warranty (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  kind varchar(40) not null,
  covers varchar(300) not null,
  begins varchar(20) not null,
  months int not null,
  fixed_on date,
  constraint crm_product_warranty_pk primary key (tenant_id, owner_id, pos),
  constraint crm_product_warranty_owner_fk foreign key (tenant_id, owner_id)
    references crm_product (tenant_id, id)
);

-- What a product was at each of its revisions; rows are only ever added.
create table crm_product_revision (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  product_id ${uuid} not null,
  revision int not null,
  recorded_at ${instant} not null,
  description_name_en varchar(300) not null,
  description_name_zh varchar(300) not null,
  description_kind varchar(20) not null,
  description_unit varchar(20) not null,
  description_maker varchar(100),
  description_line varchar(100),
  description_packaging varchar(200),
  description_role varchar(20),
  specification ${json} not null,
  constraint crm_product_revision_pk primary key (tenant_id, id),
  constraint crm_product_revision_uq unique (tenant_id, product_id, revision),
  constraint crm_product_revision_product_fk foreign key (tenant_id, product_id)
    references crm_product (tenant_id, id)
);

create table crm_product_revision_component (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  product_id ${uuid} not null,
  quantity int not null,
  function_name varchar(200),
  constraint crm_product_revision_component_pk primary key (tenant_id, owner_id, pos),
  constraint crm_product_revision_component_fk foreign key (tenant_id, owner_id)
    references crm_product_revision (tenant_id, id)
);

-- The installed base: the present state of each unit, as known now. The columns ..._key are
-- normalised copies for comparing: maker, product or model, and serial number.

create table crm_asset (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  customer_id ${uuid} not null,
  identity_model varchar(300) not null,
  identity_maker varchar(100),
  identity_product_id ${uuid},
  identity_serial_number varchar(100),
  identity_batch varchar(64),
  numbers_reference varchar(100),
  numbers_own varchar(100),
  numbers_customers varchar(100),
  life_status varchar(20) not null,
  life_supply varchar(20) not null,
  life_tenure varchar(20) not null,
  life_shipped_on date,
  life_installed_on date,
  life_title_on date,
  placement_role varchar(20) not null,
  placement_parent_id ${uuid},
  placement_function varchar(200),
  placement_site varchar(300),
  sold_sku varchar(64),
  sold_revision int,
  source_sale_entity varchar(100),
  source_sale_id ${uuid},
  source_line ${uuid},
  source_unit varchar(100),
  specification ${json} not null,
  maker_key varchar(120) not null,
  model_key varchar(320) not null,
  serial_key varchar(120),
  constraint crm_asset_pk primary key (tenant_id, id),
  constraint crm_asset_serial_uq unique (tenant_id, serial_key, model_key, maker_key),
  constraint crm_asset_source_uq unique (tenant_id, source_line, source_unit),
  constraint crm_asset_product_fk foreign key (tenant_id, identity_product_id)
    references crm_product (tenant_id, id),
  constraint crm_asset_parent_fk foreign key (tenant_id, placement_parent_id)
    references crm_asset (tenant_id, id)
);

create index crm_asset_customer_ix on crm_asset (tenant_id, customer_id, life_status);
create index crm_asset_parent_ix on crm_asset (tenant_id, placement_parent_id);
create index crm_asset_product_ix on crm_asset (tenant_id, identity_product_id);
create index crm_asset_sale_ix on crm_asset (tenant_id, source_sale_id);
create index crm_asset_own_number_ix on crm_asset (tenant_id, numbers_own);
create index crm_asset_customers_number_ix on crm_asset (tenant_id, numbers_customers);
create index crm_asset_reference_ix on crm_asset (tenant_id, numbers_reference);

create table crm_warranty (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  asset_id ${uuid} not null,
  terms_kind varchar(40) not null,
  terms_covers varchar(300) not null,
  terms_begins varchar(20) not null,
  terms_months int not null,
  terms_fixed_on date,
  cover_extra_months int not null,
  cover_starts_on date,
  cover_ends_on date,
  constraint crm_warranty_pk primary key (tenant_id, id),
  constraint crm_warranty_asset_fk foreign key (tenant_id, asset_id)
    references crm_asset (tenant_id, id)
);

create index crm_warranty_asset_ix on crm_warranty (tenant_id, asset_id);
create index crm_warranty_ends_on_ix on crm_warranty (tenant_id, cover_ends_on);

-- Dated facts, only ever added: since when (and until when) something was true, and when we came
-- to know it. Of the facts that speak of a moment, the one recorded last is believed.

create table crm_asset_status_fact (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  asset_id ${uuid} not null,
  status varchar(20) not null,
  cause varchar(40) not null,
  time_valid_from ${instant} not null,
  time_valid_to ${instant},
  time_recorded_at ${instant} not null,
  constraint crm_asset_status_fact_pk primary key (tenant_id, id),
  constraint crm_asset_status_fact_asset_fk foreign key (tenant_id, asset_id)
    references crm_asset (tenant_id, id)
);

create index crm_asset_status_fact_ix on crm_asset_status_fact (tenant_id, asset_id, time_recorded_at);

create table crm_asset_placement_fact (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  asset_id ${uuid} not null,
  placement_role varchar(20) not null,
  placement_parent_id ${uuid},
  placement_function varchar(200),
  placement_site varchar(300),
  time_valid_from ${instant} not null,
  time_valid_to ${instant},
  time_recorded_at ${instant} not null,
  constraint crm_asset_placement_fact_pk primary key (tenant_id, id),
  constraint crm_asset_placement_fact_asset_fk foreign key (tenant_id, asset_id)
    references crm_asset (tenant_id, id)
);

create index crm_asset_placement_fact_ix on crm_asset_placement_fact (tenant_id, asset_id, time_recorded_at);
create index crm_asset_placement_fact_parent_ix on crm_asset_placement_fact (tenant_id, placement_parent_id);

create table crm_asset_party_fact (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  asset_id ${uuid} not null,
  party varchar(20) not null,
  customer_id ${uuid} not null,
  time_valid_from ${instant} not null,
  time_valid_to ${instant},
  time_recorded_at ${instant} not null,
  constraint crm_asset_party_fact_pk primary key (tenant_id, id),
  constraint crm_asset_party_fact_asset_fk foreign key (tenant_id, asset_id)
    references crm_asset (tenant_id, id)
);

create index crm_asset_party_fact_ix on crm_asset_party_fact (tenant_id, asset_id, time_recorded_at);
create index crm_asset_party_fact_customer_ix on crm_asset_party_fact (tenant_id, customer_id);

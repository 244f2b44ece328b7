-- Runtime environments: what was found in a snapshot, single changes, and what is believed to be there now.

-- What a category had in it: complete, or the difference to a complete content. Rows are only ever added.
create table crm_environment_content (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  subject_ref_entity varchar(100) not null,
  subject_ref_id ${uuid} not null,
  subject_asset_id ${uuid},
  subject_customer_id ${uuid},
  category varchar(20) not null,
  base_id ${uuid},
  constraint crm_environment_content_pk primary key (tenant_id, id),
  constraint crm_environment_content_base_fk foreign key (tenant_id, base_id)
    references crm_environment_content (tenant_id, id),
  constraint crm_environment_content_asset_fk foreign key (tenant_id, subject_asset_id)
    references crm_asset (tenant_id, id)
);

create index crm_environment_content_asset_ix on crm_environment_content (tenant_id, subject_asset_id);
create index crm_environment_content_customer_ix on crm_environment_content (tenant_id, subject_customer_id);

-- An item; without a text, one that the complete content has and this one has not.
create table crm_environment_entry (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  item_key varchar(200) not null,
  value_text varchar(2000),
  value_version varchar(100),
  value_vendor varchar(200),
  constraint crm_environment_entry_pk primary key (tenant_id, owner_id, pos),
  constraint crm_environment_entry_owner_fk foreign key (tenant_id, owner_id)
    references crm_environment_content (tenant_id, id)
);

create table crm_environment_snapshot (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  subject_ref_entity varchar(100) not null,
  subject_ref_id ${uuid} not null,
  subject_asset_id ${uuid},
  subject_customer_id ${uuid},
  time_at ${instant} not null,
  time_recorded_at ${instant} not null,
  time_recorded_by varchar(128) not null,
  note varchar(1000),
  constraint crm_environment_snapshot_pk primary key (tenant_id, id),
  constraint crm_environment_snapshot_asset_fk foreign key (tenant_id, subject_asset_id)
    references crm_asset (tenant_id, id)
);

create index crm_environment_snapshot_subject_ix on crm_environment_snapshot (tenant_id, subject_ref_id, time_at);
create index crm_environment_snapshot_asset_ix on crm_environment_snapshot (tenant_id, subject_asset_id, time_at);
create index crm_environment_snapshot_customer_ix on crm_environment_snapshot (tenant_id, subject_customer_id, time_at);
create index crm_environment_snapshot_at_ix on crm_environment_snapshot (tenant_id, time_at);

-- The categories that a snapshot looked at, and what was in them.
create table crm_environment_coverage (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  category varchar(20) not null,
  items int not null,
  content ${uuid} not null,
  constraint crm_environment_coverage_pk primary key (tenant_id, owner_id, pos),
  constraint crm_environment_coverage_owner_fk foreign key (tenant_id, owner_id)
    references crm_environment_snapshot (tenant_id, id)
);

create table crm_environment_change (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  subject_ref_entity varchar(100) not null,
  subject_ref_id ${uuid} not null,
  subject_asset_id ${uuid},
  subject_customer_id ${uuid},
  time_at ${instant} not null,
  time_recorded_at ${instant} not null,
  time_recorded_by varchar(128) not null,
  kind varchar(20) not null,
  category varchar(20) not null,
  item_key varchar(200) not null,
  value_text varchar(2000),
  value_version varchar(100),
  value_vendor varchar(200),
  note varchar(1000),
  constraint crm_environment_change_pk primary key (tenant_id, id),
  constraint crm_environment_change_asset_fk foreign key (tenant_id, subject_asset_id)
    references crm_asset (tenant_id, id)
);

create index crm_environment_change_subject_ix on crm_environment_change (tenant_id, subject_ref_id, time_at);
create index crm_environment_change_asset_ix on crm_environment_change (tenant_id, subject_asset_id, time_at);
create index crm_environment_change_customer_ix on crm_environment_change (tenant_id, subject_customer_id, time_at);
create index crm_environment_change_at_ix on crm_environment_change (tenant_id, time_at);
create index crm_environment_change_item_ix on crm_environment_change (tenant_id, item_key, category, time_at);

-- What is believed to be there now. The column version_key has versions in a form that sorts as they do.
create table crm_environment_item (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  subject_ref_entity varchar(100) not null,
  subject_ref_id ${uuid} not null,
  subject_asset_id ${uuid},
  subject_customer_id ${uuid},
  category varchar(20) not null,
  item_key varchar(200) not null,
  value_text varchar(2000) not null,
  value_version varchar(100),
  value_vendor varchar(200),
  version_key varchar(450),
  constraint crm_environment_item_pk primary key (tenant_id, id),
  constraint crm_environment_item_asset_fk foreign key (tenant_id, subject_asset_id)
    references crm_asset (tenant_id, id)
);

create index crm_environment_item_subject_ix on crm_environment_item (tenant_id, subject_ref_id, category);
create index crm_environment_item_asset_ix on crm_environment_item (tenant_id, subject_asset_id);
create index crm_environment_item_customer_ix on crm_environment_item (tenant_id, subject_customer_id);
create index crm_environment_item_key_ix on crm_environment_item (tenant_id, item_key, category, version_key);

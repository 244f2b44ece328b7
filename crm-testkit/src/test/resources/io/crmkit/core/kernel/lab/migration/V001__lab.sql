create table crm_lab_keeper (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  name varchar(200) not null,
  city varchar(200),
  primary key (tenant_id, id)
);

create table crm_lab_specimen (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  label varchar(200) not null,
  label_folded varchar(200),
  measures_count int not null,
  measures_total bigint not null,
  measures_checked boolean not null,
  measures_ratio decimal(23,8) not null,
  measures_grade varchar(20) not null,
  extras_remark ${text},
  extras_rank int,
  extras_rare boolean,
  extras_price_amount decimal(19,4),
  extras_price_currency varchar(3),
  extras_times_seen_at ${instant},
  extras_times_due date,
  extras_times_exposure bigint,
  extras_place_zone varchar(60),
  extras_place_language varchar(60),
  extras_place_currency varchar(3),
  extras_place_token ${uuid},
  extras_image ${bytes},
  extras_wish varchar(20),
  links_parent_id ${uuid},
  links_keeper_id ${uuid},
  links_about_entity varchar(100),
  links_about_id ${uuid},
  notes ${json} not null,
  primary key (tenant_id, id),
  unique (tenant_id, label)
);

create index crm_lab_specimen_keeper on crm_lab_specimen (tenant_id, links_keeper_id);
create index crm_lab_specimen_parent on crm_lab_specimen (tenant_id, links_parent_id);

create table crm_lab_sample (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  code varchar(200) not null,
  grade varchar(20) not null,
  weight decimal(23,8),
  cost_amount decimal(19,4),
  cost_currency varchar(3),
  taken_on date,
  taker_id ${uuid},
  primary key (tenant_id, owner_id, pos),
  foreign key (tenant_id, owner_id) references crm_lab_specimen (tenant_id, id)
);

create table crm_lab_tag (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  specimen_id ${uuid} not null,
  word varchar(200) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, specimen_id) references crm_lab_specimen (tenant_id, id)
);

create table crm_lab_note (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  specimen_id ${uuid} not null,
  line varchar(40) not null,
  saying ${json} not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, specimen_id) references crm_lab_specimen (tenant_id, id)
);

create index crm_lab_note_specimen on crm_lab_note (tenant_id, specimen_id);

create table crm_lab_rule (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  word varchar(200) not null,
  primary key (tenant_id, id)
);

create table crm_lab_log (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  line varchar(200) not null,
  primary key (tenant_id, id)
);

create table crm_lab_sighting (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  specimen_id ${uuid} not null,
  word varchar(200) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, specimen_id) references crm_lab_specimen (tenant_id, id)
);

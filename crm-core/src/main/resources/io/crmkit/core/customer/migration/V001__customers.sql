-- Customers: crm_customer is an organization or a person, crm_contact a person's affiliation with
-- an organization, crm_customer_relationship how customers are related, crm_interaction what was
-- said and written.

create table crm_customer (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  kind varchar(20) not null,
  number varchar(40) not null,
  external_id varchar(200),
  name_latin varchar(200),
  name_chinese varchar(200),
  name_short_name varchar(100),
  profile_sector varchar(100),
  profile_website varchar(255),
  profile_year_established int,
  profile_annual_revenue_amount decimal(19,4),
  profile_annual_revenue_currency varchar(3),
  profile_employees int,
  profile_office_location varchar(200),
  profile_country varchar(2),
  registered_at ${instant} not null,
  search_name varchar(1000) not null,
  constraint crm_customer_pk primary key (tenant_id, id),
  constraint crm_customer_number_uk unique (tenant_id, number),
  constraint crm_customer_external_uk unique (tenant_id, external_id)
);

create index crm_customer_latin_ix on crm_customer (tenant_id, name_latin);
create index crm_customer_chinese_ix on crm_customer (tenant_id, name_chinese);

create table crm_customer_contact_point (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  channel varchar(20) not null,
  raw varchar(500) not null,
  normalized varchar(500),
  label varchar(100),
  address_street varchar(300),
  address_city varchar(100),
  address_region varchar(100),
  address_postal_code varchar(20),
  address_country varchar(2),
  consent_state varchar(20) not null,
  consent_since ${instant},
  consent_source varchar(200),
  constraint crm_customer_contact_point_pk primary key (tenant_id, owner_id, pos),
  constraint crm_customer_contact_point_fk foreign key (tenant_id, owner_id)
    references crm_customer (tenant_id, id)
);

create index crm_customer_contact_point_ix on crm_customer_contact_point (tenant_id, normalized);

create table crm_contact (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  person_id ${uuid} not null,
  organization_id ${uuid} not null,
  period_from date,
  period_until date,
  influence_role varchar(20),
  influence_stance varchar(20) not null,
  influence_weight int,
  constraint crm_contact_pk primary key (tenant_id, id),
  constraint crm_contact_person_fk foreign key (tenant_id, person_id)
    references crm_customer (tenant_id, id),
  constraint crm_contact_organization_fk foreign key (tenant_id, organization_id)
    references crm_customer (tenant_id, id)
);

create index crm_contact_person_ix on crm_contact (tenant_id, person_id);
create index crm_contact_organization_ix on crm_contact (tenant_id, organization_id);

create table crm_contact_post (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  post_title varchar(200),
  post_department varchar(200),
  post_reports_to_id ${uuid},
  period_from date,
  period_until date,
  constraint crm_contact_post_pk primary key (tenant_id, owner_id, pos),
  constraint crm_contact_post_fk foreign key (tenant_id, owner_id)
    references crm_contact (tenant_id, id)
);

create table crm_contact_contact_point (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  channel varchar(20) not null,
  raw varchar(500) not null,
  normalized varchar(500),
  label varchar(100),
  address_street varchar(300),
  address_city varchar(100),
  address_region varchar(100),
  address_postal_code varchar(20),
  address_country varchar(2),
  consent_state varchar(20) not null,
  consent_since ${instant},
  consent_source varchar(200),
  constraint crm_contact_contact_point_pk primary key (tenant_id, owner_id, pos),
  constraint crm_contact_contact_point_fk foreign key (tenant_id, owner_id)
    references crm_contact (tenant_id, id)
);

create index crm_contact_contact_point_ix on crm_contact_contact_point (tenant_id, normalized);

create table crm_customer_relationship (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  customer_id ${uuid} not null,
  type varchar(20) not null,
  related_id ${uuid} not null,
  period_from date,
  period_until date,
  note varchar(1000),
  constraint crm_customer_relationship_pk primary key (tenant_id, id),
  constraint crm_customer_relationship_customer_fk foreign key (tenant_id, customer_id)
    references crm_customer (tenant_id, id),
  constraint crm_customer_relationship_related_fk foreign key (tenant_id, related_id)
    references crm_customer (tenant_id, id)
);

create index crm_customer_relationship_customer_ix
  on crm_customer_relationship (tenant_id, customer_id);
create index crm_customer_relationship_related_ix
  on crm_customer_relationship (tenant_id, related_id);

create table crm_interaction (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  customer_id ${uuid} not null,
  exchange_channel varchar(20) not null,
  exchange_direction varchar(20) not null,
  exchange_at ${instant} not null,
  content_subject varchar(300) not null,
  content_body ${text},
  about_entity varchar(100),
  about_id ${uuid},
  constraint crm_interaction_pk primary key (tenant_id, id),
  constraint crm_interaction_customer_fk foreign key (tenant_id, customer_id)
    references crm_customer (tenant_id, id)
);

create index crm_interaction_time_ix on crm_interaction (tenant_id, customer_id, exchange_at);
create index crm_interaction_about_ix on crm_interaction (tenant_id, about_id);

create table crm_interaction_participant (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  side varchar(20) not null,
  contact_id ${uuid},
  person_id ${uuid},
  staff varchar(128),
  name varchar(200),
  constraint crm_interaction_participant_pk primary key (tenant_id, owner_id, pos),
  constraint crm_interaction_participant_fk foreign key (tenant_id, owner_id)
    references crm_interaction (tenant_id, id)
);

create index crm_interaction_participant_contact_ix
  on crm_interaction_participant (tenant_id, contact_id);
create index crm_interaction_participant_person_ix
  on crm_interaction_participant (tenant_id, person_id);

create table crm_interaction_promise (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  promised_by varchar(20) not null,
  text varchar(500) not null,
  due date not null,
  kept_at ${instant},
  constraint crm_interaction_promise_pk primary key (tenant_id, owner_id, pos),
  constraint crm_interaction_promise_fk foreign key (tenant_id, owner_id)
    references crm_interaction (tenant_id, id)
);

create index crm_interaction_promise_due_ix on crm_interaction_promise (tenant_id, due);

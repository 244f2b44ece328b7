-- Definitions, one row for each revision; a revision never changes.

create table crm_business_calendar (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  code varchar(64) not null,
  revision int not null,
  name varchar(200) not null,
  hours ${json} not null,
  constraint crm_business_calendar_pk primary key (tenant_id, id),
  constraint crm_business_calendar_code_uk unique (tenant_id, code, revision)
);

create table crm_service_level (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  code varchar(64) not null,
  revision int not null,
  name varchar(200) not null,
  terms ${json} not null,
  constraint crm_service_level_pk primary key (tenant_id, id),
  constraint crm_service_level_code_uk unique (tenant_id, code, revision)
);

-- Service contracts. terms_end is the day after the last; a contract has at most one renewal.

create table crm_service_contract (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  number varchar(64) not null,
  customer_id ${uuid} not null,
  status varchar(20) not null,
  terms_start date not null,
  terms_end date not null,
  terms_level_id ${uuid} not null,
  terms_price_amount decimal(19,4),
  terms_price_currency varchar(3),
  links_parent_id ${uuid},
  links_predecessor_id ${uuid},
  constraint crm_service_contract_pk primary key (tenant_id, id),
  constraint crm_service_contract_number_uk unique (tenant_id, number),
  constraint crm_service_contract_predecessor_uk unique (tenant_id, links_predecessor_id),
  constraint crm_service_contract_level_fk foreign key (tenant_id, terms_level_id)
    references crm_service_level (tenant_id, id),
  constraint crm_service_contract_parent_fk foreign key (tenant_id, links_parent_id)
    references crm_service_contract (tenant_id, id),
  constraint crm_service_contract_predecessor_fk foreign key (tenant_id, links_predecessor_id)
    references crm_service_contract (tenant_id, id)
);

create index crm_service_contract_customer_ix on crm_service_contract (tenant_id, customer_id);
create index crm_service_contract_parent_ix on crm_service_contract (tenant_id, links_parent_id);
create index crm_service_contract_end_ix on crm_service_contract (tenant_id, terms_end);

create table crm_service_coverage (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  scope varchar(20) not null,
  asset_id ${uuid},
  product_id ${uuid},
  site varchar(200),
  level_id ${uuid},
  price_amount decimal(19,4),
  price_currency varchar(3),
  constraint crm_service_coverage_pk primary key (tenant_id, owner_id, pos),
  constraint crm_service_coverage_owner_fk foreign key (tenant_id, owner_id)
    references crm_service_contract (tenant_id, id),
  constraint crm_service_coverage_level_fk foreign key (tenant_id, level_id)
    references crm_service_level (tenant_id, id)
);

create index crm_service_coverage_asset_ix on crm_service_coverage (tenant_id, asset_id);

-- Service requests and their logs, from which the clocks are read.

create table crm_service_request (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  number varchar(64) not null,
  subject_customer_id ${uuid} not null,
  subject_caller_id ${uuid},
  subject_asset_id ${uuid},
  subject_product_id ${uuid},
  subject_site varchar(200),
  subject_parent_id ${uuid},
  report_kind varchar(20) not null,
  report_channel varchar(20) not null,
  report_title varchar(200) not null,
  report_description ${text} not null,
  state_status varchar(20) not null,
  state_waiting varchar(20),
  state_triage_impact varchar(20) not null,
  state_triage_urgency varchar(20) not null,
  state_triage_priority varchar(20) not null,
  state_line int not null,
  state_assignee varchar(128),
  state_due ${instant},
  cover_contract_id ${uuid},
  cover_level_id ${uuid},
  cover_calendar_id ${uuid},
  cover_warranty varchar(500),
  last_event_at ${instant},
  constraint crm_service_request_pk primary key (tenant_id, id),
  constraint crm_service_request_number_uk unique (tenant_id, number),
  constraint crm_service_request_parent_fk foreign key (tenant_id, subject_parent_id)
    references crm_service_request (tenant_id, id),
  constraint crm_service_request_contract_fk foreign key (tenant_id, cover_contract_id)
    references crm_service_contract (tenant_id, id),
  constraint crm_service_request_level_fk foreign key (tenant_id, cover_level_id)
    references crm_service_level (tenant_id, id),
  constraint crm_service_request_calendar_fk foreign key (tenant_id, cover_calendar_id)
    references crm_business_calendar (tenant_id, id)
);

create index crm_service_request_customer_ix on crm_service_request (tenant_id, subject_customer_id);
create index crm_service_request_asset_ix on crm_service_request (tenant_id, subject_asset_id);
create index crm_service_request_parent_ix on crm_service_request (tenant_id, subject_parent_id);
create index crm_service_request_status_ix on crm_service_request (tenant_id, state_status, state_due);
create index crm_service_request_contract_ix on crm_service_request (tenant_id, cover_contract_id);

create table crm_service_request_log (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  kind varchar(20) not null,
  stamp_occurred_at ${instant} not null,
  stamp_recorded_at ${instant} not null,
  stamp_actor varchar(128) not null,
  priority varchar(20),
  waiting varchar(20),
  cover_contract_id ${uuid},
  cover_level_id ${uuid},
  cover_calendar_id ${uuid},
  cover_warranty varchar(500),
  note ${text} not null,
  constraint crm_service_request_log_pk primary key (tenant_id, owner_id, pos),
  constraint crm_service_request_log_owner_fk foreign key (tenant_id, owner_id)
    references crm_service_request (tenant_id, id)
);

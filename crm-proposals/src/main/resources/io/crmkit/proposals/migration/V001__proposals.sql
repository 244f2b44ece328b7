-- Proposals, the nodes of their trees, every edition of what nodes contain, and who did what.

create table crm_proposal (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  number varchar(40) not null,
  title varchar(200) not null,
  language varchar(35) not null,
  subject_customer_id ${uuid} not null,
  subject_about_entity varchar(100) not null,
  subject_about_id ${uuid} not null,
  status varchar(20) not null,
  owner varchar(128) not null,
  issue_document_id ${uuid},
  issue_at ${instant},
  issue_by varchar(128),
  constraint crm_proposal_pk primary key (tenant_id, id),
  constraint crm_proposal_number_uk unique (tenant_id, number)
);

create index crm_proposal_customer_ix on crm_proposal (tenant_id, subject_customer_id);
create index crm_proposal_about_ix on crm_proposal (tenant_id, subject_about_id);

create table crm_proposal_node (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  proposal_id ${uuid} not null,
  place_parent_id ${uuid},
  place_sibling_rank bigint not null,
  heading_title varchar(200) not null,
  heading_mode varchar(10) not null,
  plan_status varchar(20) not null,
  plan_owner varchar(128),
  plan_due_on date,
  hold_locked_by varchar(128),
  hold_locked_at ${instant},
  hold_removed_by varchar(128),
  hold_removed_at ${instant},
  content_id ${uuid},
  constraint crm_proposal_node_pk primary key (tenant_id, id),
  constraint crm_proposal_node_proposal_fk foreign key (tenant_id, proposal_id)
    references crm_proposal (tenant_id, id)
);

create index crm_proposal_node_proposal_ix on crm_proposal_node (tenant_id, proposal_id);

create table crm_proposal_content (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  proposal_id ${uuid} not null,
  node_id ${uuid} not null,
  edition int not null,
  content_kind varchar(20) not null,
  content_document_id ${uuid},
  content_keeps varchar(20),
  content_body ${text},
  content_header_rows int,
  content_source_entity varchar(100),
  content_source_id ${uuid},
  cells ${json},
  written_by varchar(128) not null,
  written_at ${instant} not null,
  constraint crm_proposal_content_pk primary key (tenant_id, id),
  constraint crm_proposal_content_edition_uk unique (tenant_id, node_id, edition),
  constraint crm_proposal_content_proposal_fk foreign key (tenant_id, proposal_id)
    references crm_proposal (tenant_id, id)
);

create table crm_proposal_change (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  proposal_id ${uuid} not null,
  node_id ${uuid},
  kind varchar(20) not null,
  actor varchar(128) not null,
  occurred_at ${instant} not null,
  detail varchar(200) not null,
  constraint crm_proposal_change_pk primary key (tenant_id, id),
  constraint crm_proposal_change_proposal_fk foreign key (tenant_id, proposal_id)
    references crm_proposal (tenant_id, id)
);

create index crm_proposal_change_proposal_ix on crm_proposal_change (tenant_id, proposal_id);

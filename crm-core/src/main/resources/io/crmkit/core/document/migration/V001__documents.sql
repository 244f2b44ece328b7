-- Files: crm_document names them, crm_document_content holds each content once within a tenant,
-- crm_document_chunk its bytes in pieces.

create table crm_document_content (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  sha256 varchar(64) not null,
  size bigint not null,
  chunks int not null,
  constraint crm_document_content_pk primary key (tenant_id, id),
  constraint crm_document_content_sha256_uk unique (tenant_id, sha256)
);

create table crm_document_chunk (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  content_id ${uuid} not null,
  part int not null,
  body ${bytes} not null,
  constraint crm_document_chunk_pk primary key (tenant_id, id),
  constraint crm_document_chunk_part_uk unique (tenant_id, content_id, part),
  constraint crm_document_chunk_content_fk foreign key (tenant_id, content_id)
    references crm_document_content (tenant_id, id)
);

create table crm_document (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  name varchar(255) not null,
  media_type varchar(255) not null,
  size bigint not null,
  sha256 varchar(64) not null,
  stored_at ${instant} not null,
  constraint crm_document_pk primary key (tenant_id, id),
  constraint crm_document_content_fk foreign key (tenant_id, sha256)
    references crm_document_content (tenant_id, sha256)
);

create index crm_document_sha256_ix on crm_document (tenant_id, sha256);

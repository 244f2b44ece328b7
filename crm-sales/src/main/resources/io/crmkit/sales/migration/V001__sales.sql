-- Leads: needs that came in. What was filled in stays in the column form.
create table crm_lead (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  origin_channel varchar(20) not null,
  origin_source varchar(100) not null,
  origin_external_key varchar(200),
  origin_campaign varchar(100),
  origin_captured_at ${instant} not null,
  form ${json} not null,
  prospect_organization varchar(200),
  prospect_person varchar(200),
  prospect_job_title varchar(200),
  prospect_email varchar(320),
  prospect_phone varchar(100),
  prospect_city varchar(100),
  prospect_country varchar(2),
  need_topic varchar(200),
  need_description varchar(4000),
  need_product varchar(200),
  need_budget_amount decimal(19,4),
  need_budget_currency varchar(3),
  need_needed_by date,
  state_status varchar(20) not null,
  state_score int not null,
  state_owner varchar(128),
  state_reason varchar(500),
  conversion_customer_id ${uuid},
  conversion_contact_id ${uuid},
  conversion_opportunity_id ${uuid},
  conversion_converted_at ${instant},
  primary key (tenant_id, id),
  unique (tenant_id, origin_source, origin_external_key)
);
create index crm_lead_status on crm_lead (tenant_id, state_status, origin_captured_at);
create index crm_lead_customer on crm_lead (tenant_id, conversion_customer_id);

-- Pipelines: one row per revision, never changed.
create table crm_pipeline (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  code varchar(60) not null,
  revision int not null,
  definition ${json} not null,
  defined_at ${instant} not null,
  primary key (tenant_id, id),
  unique (tenant_id, code, revision)
);

create table crm_opportunity (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  name varchar(200) not null,
  customer_id ${uuid},
  owner_person varchar(128) not null,
  owner_team varchar(100),
  owner_region varchar(100),
  deal_amount_amount decimal(19,4),
  deal_amount_currency varchar(3),
  deal_expected_close date,
  deal_product_id ${uuid},
  deal_product_name varchar(300),
  progress_pipeline_id ${uuid} not null,
  progress_stage varchar(60) not null,
  progress_category varchar(10) not null,
  progress_probability int not null,
  progress_entered_at ${instant} not null,
  progress_changed_at ${instant} not null,
  progress_closed_on date,
  progress_loss_reason varchar(500),
  origin_opened_at ${instant} not null,
  origin_lead_id ${uuid},
  origin_contact_id ${uuid},
  origin_source varchar(100),
  origin_external_id varchar(200),
  answers ${json} not null,
  primary key (tenant_id, id),
  unique (tenant_id, origin_source, origin_external_id),
  foreign key (tenant_id, progress_pipeline_id) references crm_pipeline (tenant_id, id)
);
create index crm_opportunity_customer on crm_opportunity (tenant_id, customer_id);
create index crm_opportunity_owner on crm_opportunity (tenant_id, owner_person);
create index crm_opportunity_stage
  on crm_opportunity (tenant_id, progress_pipeline_id, progress_category, progress_stage);
create index crm_opportunity_closed on crm_opportunity (tenant_id, progress_closed_on);

-- History: how an opportunity stood from occurred_at on. Rows are only ever added.
create table crm_opportunity_change (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  opportunity_id ${uuid} not null,
  kind varchar(20) not null,
  standing_pipeline_id ${uuid} not null,
  standing_stage varchar(60) not null,
  standing_category varchar(10) not null,
  standing_probability int not null,
  standing_amount_amount decimal(19,4),
  standing_amount_currency varchar(3),
  standing_expected_close date,
  standing_owner varchar(128) not null,
  occurred_at ${instant} not null,
  recorded_at ${instant} not null,
  actor varchar(128) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, opportunity_id) references crm_opportunity (tenant_id, id)
);
create index crm_opportunity_change_past
  on crm_opportunity_change (tenant_id, opportunity_id, occurred_at);
create index crm_opportunity_change_time on crm_opportunity_change (tenant_id, occurred_at);

-- Buying centres: who takes part in a purchase, on the customer's side.
create table crm_buying_member (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  opportunity_id ${uuid} not null,
  contact_id ${uuid} not null,
  role varchar(20) not null,
  stance varchar(20) not null,
  influence int not null,
  last_met_at ${instant},
  primary key (tenant_id, id),
  unique (tenant_id, opportunity_id, contact_id),
  foreign key (tenant_id, opportunity_id) references crm_opportunity (tenant_id, id)
);
create index crm_buying_member_contact on crm_buying_member (tenant_id, contact_id);

-- Price books: one row per revision, never changed.
create table crm_price_book (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  code varchar(60) not null,
  revision int not null,
  name_en varchar(200) not null,
  name_zh varchar(200) not null,
  currency varchar(3) not null,
  approvals ${json} not null,
  defined_at ${instant} not null,
  primary key (tenant_id, id),
  unique (tenant_id, code, revision)
);

create table crm_price_entry (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  book_id ${uuid} not null,
  item_sku varchar(60) not null,
  item_name varchar(200) not null,
  item_product_id ${uuid},
  tiers ${json} not null,
  tax_rate decimal(23,8) not null,
  components ${json} not null,
  primary key (tenant_id, id),
  unique (tenant_id, book_id, item_sku),
  foreign key (tenant_id, book_id) references crm_price_book (tenant_id, id)
);

-- Quotes: one row per revision.
create table crm_quote (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  heading_number varchar(40) not null,
  heading_revision int not null,
  heading_previous_id ${uuid},
  heading_opportunity_id ${uuid} not null,
  heading_customer_id ${uuid} not null,
  status varchar(20) not null,
  terms_book_id ${uuid} not null,
  terms_discount_percent decimal(23,8) not null,
  terms_valid_until date not null,
  terms_note varchar(2000),
  decision_approved_by varchar(128),
  decision_sent_at ${instant},
  decision_decided_at ${instant},
  decision_reason varchar(500),
  totals_list_amount decimal(19,4) not null,
  totals_list_currency varchar(3) not null,
  totals_gross_amount decimal(19,4) not null,
  totals_gross_currency varchar(3) not null,
  totals_discount_amount decimal(19,4) not null,
  totals_discount_currency varchar(3) not null,
  totals_net_amount decimal(19,4) not null,
  totals_net_currency varchar(3) not null,
  totals_tax_amount decimal(19,4) not null,
  totals_tax_currency varchar(3) not null,
  totals_total_amount decimal(19,4) not null,
  totals_total_currency varchar(3) not null,
  taxes ${json} not null,
  primary key (tenant_id, id),
  unique (tenant_id, heading_number, heading_revision),
  foreign key (tenant_id, heading_opportunity_id) references crm_opportunity (tenant_id, id),
  foreign key (tenant_id, terms_book_id) references crm_price_book (tenant_id, id)
);
create index crm_quote_opportunity on crm_quote (tenant_id, heading_opportunity_id);
create index crm_quote_customer on crm_quote (tenant_id, heading_customer_id);
create index crm_quote_validity on crm_quote (tenant_id, status, terms_valid_until);

create table crm_quote_line (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  line_id ${uuid} not null,
  parent_line ${uuid},
  item_sku varchar(60) not null,
  item_name varchar(200) not null,
  item_product_id ${uuid},
  quantity int not null,
  price_list decimal(23,8) not null,
  price_unit decimal(23,8) not null,
  price_discount_percent decimal(23,8) not null,
  price_tax_rate decimal(23,8) not null,
  amounts_gross_amount decimal(19,4) not null,
  amounts_gross_currency varchar(3) not null,
  amounts_discount_amount decimal(19,4) not null,
  amounts_discount_currency varchar(3) not null,
  amounts_net_amount decimal(19,4) not null,
  amounts_net_currency varchar(3) not null,
  amounts_tax_amount decimal(19,4) not null,
  amounts_tax_currency varchar(3) not null,
  primary key (tenant_id, owner_id, pos),
  foreign key (tenant_id, owner_id) references crm_quote (tenant_id, id)
);

create table crm_sales_order (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  heading_number varchar(40) not null,
  heading_quote_id ${uuid} not null,
  heading_opportunity_id ${uuid} not null,
  heading_customer_id ${uuid} not null,
  heading_placed_at ${instant} not null,
  status varchar(20) not null,
  billing varchar(20) not null,
  erp_erp_number varchar(100),
  erp_refusal varchar(500),
  erp_executed_on date,
  erp_invoice_number varchar(100),
  erp_invoiced_on date,
  erp_paid_on date,
  totals_net_amount decimal(19,4) not null,
  totals_net_currency varchar(3) not null,
  totals_tax_amount decimal(19,4) not null,
  totals_tax_currency varchar(3) not null,
  totals_total_amount decimal(19,4) not null,
  totals_total_currency varchar(3) not null,
  primary key (tenant_id, id),
  unique (tenant_id, heading_number),
  unique (tenant_id, heading_quote_id),
  foreign key (tenant_id, heading_quote_id) references crm_quote (tenant_id, id)
);
create index crm_sales_order_customer on crm_sales_order (tenant_id, heading_customer_id, status);
create index crm_sales_order_opportunity on crm_sales_order (tenant_id, heading_opportunity_id);

create table crm_sales_order_line (
  tenant_id varchar(64) not null,
  owner_id ${uuid} not null,
  pos int not null,
  line_id ${uuid} not null,
  parent_line ${uuid},
  item_sku varchar(60) not null,
  item_name varchar(200) not null,
  item_product_id ${uuid},
  quantity int not null,
  net_amount decimal(19,4) not null,
  net_currency varchar(3) not null,
  tax_amount decimal(19,4) not null,
  tax_currency varchar(3) not null,
  shipped int not null,
  primary key (tenant_id, owner_id, pos),
  foreign key (tenant_id, owner_id) references crm_sales_order (tenant_id, id)
);

-- Shipments: units of one line that left together. Rows are only ever added.
create table crm_shipment (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  order_id ${uuid} not null,
  line_id ${uuid} not null,
  quantity int not null,
  shipped_on date not null,
  serial_numbers ${json} not null,
  recorded_at ${instant} not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references crm_sales_order (tenant_id, id)
);
create index crm_shipment_order on crm_shipment (tenant_id, order_id);

-- What the ERP said, by its own key, so that it is taken once.
create table crm_erp_message (
  tenant_id varchar(64) not null,
  id ${uuid} not null,
  version bigint not null,
  order_id ${uuid} not null,
  message_key varchar(200) not null,
  answer ${json} not null,
  recorded_at ${instant} not null,
  primary key (tenant_id, id),
  unique (tenant_id, message_key),
  foreign key (tenant_id, order_id) references crm_sales_order (tenant_id, id)
);
create index crm_erp_message_order on crm_erp_message (tenant_id, order_id);

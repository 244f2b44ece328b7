-- As for the columns of records: texts are compared by their bytes. No other database has a script of this version.

create index crm_custom_value_text_bytes
  on crm_custom_value (tenant_id, entity, field, text_value collate "C", record_id);

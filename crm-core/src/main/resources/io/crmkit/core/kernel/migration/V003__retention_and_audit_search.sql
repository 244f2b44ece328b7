-- Keys and locks are cleared by their age; the audit is searched by time, command and correlation id.

-- A day, not a moment: taking the lock again on the same day changes no indexed value.
alter table crm_lock add column locked_on date default '1970-01-01' not null;
create index crm_lock_age on crm_lock (tenant_id, locked_on);

alter table crm_used_key add column actor varchar(128);
create index crm_used_key_age on crm_used_key (tenant_id, used_at);

create index crm_audit_recorded on crm_audit (tenant_id, times_recorded_at);
create index crm_audit_command on crm_audit (tenant_id, caller_command, times_recorded_at);
create index crm_audit_correlation on crm_audit (tenant_id, caller_correlation_id);

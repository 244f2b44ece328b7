package io.crmkit.benchmarks.workloads;

import java.util.Collections;

/** The statements of both JDBC legs. */
final class JdbcSql {

  static final String LOCK =
      insert("crm_lock", "tenant_id, scope, name, locked_on")
          + " on conflict (tenant_id, scope, name) do update set locked_on = excluded.locked_on";

  static final String NEXT_NUMBER =
      "select version, last from crm_sequence where tenant_id = ? and id = ?";
  static final String COUNTED =
      "update crm_sequence set version = ?, last = ? where tenant_id = ? and id = ?";
  static final String COUNT =
      "update crm_sequence set version = version + 1, last = last + 1"
          + " where tenant_id = ? and id = ? returning last";

  private static final String CUSTOMER_COLUMNS =
      "id, version, kind, number, external_id, name_latin, name_chinese, name_short_name,"
          + " profile_sector, profile_website, profile_year_established,"
          + " profile_annual_revenue_amount, profile_annual_revenue_currency, profile_employees,"
          + " profile_office_location, profile_country, registered_at";
  private static final String POINT_COLUMNS =
      "channel, raw, normalized, label, address_street, address_city, address_region,"
          + " address_postal_code, address_country, consent_state, consent_since, consent_source";

  static final String CUSTOMER =
      "select " + CUSTOMER_COLUMNS + ", custom from crm_customer where tenant_id = ? and id = ?";
  static final String POINTS =
      "select "
          + POINT_COLUMNS
          + " from crm_customer_contact_point where tenant_id = ? and owner_id = ? order by pos";
  static final String CUSTOMERS_BY_PHONE =
      "select "
          + CUSTOMER_COLUMNS
          + ", custom from crm_customer where tenant_id = ? and id in (select owner_id from"
          + " crm_customer_contact_point where tenant_id = ? and normalized = ? and channel = ?)"
          + " order by id limit 100";
  static final String POINTS_BY_PHONE =
      "select owner_id, "
          + POINT_COLUMNS
          + " from crm_customer_contact_point where tenant_id = ? and owner_id in (select owner_id"
          + " from crm_customer_contact_point where tenant_id = ? and normalized = ?"
          + " and channel = ?) order by owner_id, pos";
  static final String CUSTOMER_EXISTS = "select 1 from crm_customer where tenant_id = ? and id = ?";
  static final String PIPELINE =
      "select id, definition from crm_pipeline where tenant_id = ? and code = ?"
          + " order by revision desc limit 1";
  static final String OPPORTUNITY =
      "select version, name, customer_id, owner_person, owner_team, owner_region,"
          + " deal_amount_amount, deal_amount_currency, deal_expected_close, deal_product_id,"
          + " deal_product_name, progress_pipeline_id, progress_stage, progress_category,"
          + " progress_probability, progress_entered_at, progress_changed_at, progress_closed_on,"
          + " progress_loss_reason, origin_opened_at, origin_lead_id, origin_contact_id,"
          + " origin_source, origin_external_id, answers"
          + " from crm_opportunity where tenant_id = ? and id = ?";
  static final String TOTALS =
      "select progress_stage, deal_amount_currency, count(*), sum(deal_amount_amount),"
          + " sum(deal_amount_amount * progress_probability) from crm_opportunity"
          + " where tenant_id = ? and progress_category = 'OPEN'"
          + " group by progress_stage, deal_amount_currency";

  static final String INSERT_CUSTOMER =
      insert("crm_customer", "tenant_id, " + CUSTOMER_COLUMNS + ", search_name");
  static final String INSERT_POINT =
      insert("crm_customer_contact_point", "tenant_id, owner_id, pos, " + POINT_COLUMNS);
  static final String INSERT_AUDIT =
      insert(
          "crm_audit",
          "tenant_id, id, version, subject_entity, subject_id, subject_version, operation,"
              + " caller_command, caller_actor, caller_on_behalf_of, caller_reason,"
              + " caller_correlation_id, times_occurred_at, times_recorded_at, changes");
  static final String INSERT_EVENT =
      insert(
          "crm_event",
          "tenant_id, id, version, name, event_version, subject_entity, subject_id, subject_version,"
              + " position, origin_actor, origin_correlation_id, origin_occurred_at, origin_recorded_at,"
              + " payload");
  static final String INSERT_FEED =
      insert("crm_feed", "tenant_id, id, version, position, recorded_at, writes");
  static final String INSERT_OPPORTUNITY =
      insert(
          "crm_opportunity",
          "tenant_id, id, version, name, customer_id, owner_person, owner_team, owner_region,"
              + " deal_amount_amount, deal_amount_currency, deal_expected_close, deal_product_id,"
              + " deal_product_name, progress_pipeline_id, progress_stage, progress_category,"
              + " progress_probability, progress_entered_at, progress_changed_at,"
              + " progress_closed_on, progress_loss_reason, origin_opened_at, origin_lead_id,"
              + " origin_contact_id, origin_source, origin_external_id, answers");
  static final String UPDATE_OPPORTUNITY =
      "update crm_opportunity set version = ?, progress_stage = ?, progress_probability = ?,"
          + " progress_entered_at = ?, progress_changed_at = ?"
          + " where tenant_id = ? and id = ? and version = ?";
  static final String INSERT_CHANGE =
      insert(
          "crm_opportunity_change",
          "tenant_id, id, version, opportunity_id, kind, standing_pipeline_id, standing_stage,"
              + " standing_category, standing_probability, standing_amount_amount,"
              + " standing_amount_currency, standing_expected_close, standing_owner, occurred_at,"
              + " recorded_at, actor");

  private JdbcSql() {}

  private static String insert(String table, String columns) {
    int count = columns.split(",").length;
    return "insert into "
        + table
        + " ("
        + columns
        + ") values ("
        + String.join(", ", Collections.nCopies(count, "?"))
        + ")";
  }
}

package io.crmkit.verification.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What has to be true of the rows at any moment, whatever anybody was told. */
final class WholeRows {

  /** Events that the ledger hears. */
  private static final String HEARD_EVENTS =
      "('customer.registered', 'customer.changed', 'sales.opportunity-opened',"
          + " 'sales.opportunity-moved', 'sales.opportunity-won')";

  private static final Map<String, String> AGGREGATES =
      Map.of(
          "crm_customer", "customer.customer",
          "crm_contact", "customer.contact",
          "crm_opportunity", "sales.opportunity");

  private final Rows rows;
  private final List<String> faults = new ArrayList<>();

  private WholeRows(Rows rows) {
    this.rows = rows;
  }

  static List<String> faults(Rows rows) {
    WholeRows check = new WholeRows(rows);
    AGGREGATES.forEach(check::audited);
    check.parts();
    check.histories();
    check.events();
    check.numbers();
    check.keys();
    return check.faults;
  }

  private void none(String what, String sql) {
    rows.of(sql).forEach(row -> faults.add(what + ": " + row));
  }

  /** The audit has each version of each record once, and tells of no others. */
  private void audited(String table, String entity) {
    none(
        "versions of " + table + " differ from the audit",
        "select t.id, t.version, count(a.id) from "
            + table
            + " t left join crm_audit a on a.tenant_id = t.tenant_id and a.subject_id = t.id"
            + " where t.tenant_id = ? group by t.id, t.version having count(a.id) <> t.version"
            + " or count(distinct a.subject_version) <> t.version"
            + " or min(a.subject_version) <> 1 or max(a.subject_version) <> t.version");
    none(
        "audited, but not in " + table,
        "select a.subject_id, a.subject_version from crm_audit a where a.tenant_id = ?"
            + " and a.subject_entity = '"
            + entity
            + "' and not exists (select 1 from "
            + table
            + " t where t.tenant_id = a.tenant_id and t.id = a.subject_id)");
  }

  private void parts() {
    none(
        "an organization without all its contact points",
        "select c.id, c.external_id from crm_customer c where c.tenant_id = ?"
            + " and c.external_id is not null and 2 <> (select count(*)"
            + " from crm_customer_contact_point p"
            + " where p.tenant_id = c.tenant_id and p.owner_id = c.id)");
    none(
        "everybody's customer without what its last writer wrote",
        "select c.id, c.version, a.caller_correlation_id, p.raw from crm_customer c"
            + " join crm_audit a on a.tenant_id = c.tenant_id and a.subject_id = c.id"
            + " and a.subject_version = c.version"
            + " left join crm_customer_contact_point p"
            + " on p.tenant_id = c.tenant_id and p.owner_id = c.id"
            + " where c.tenant_id = ? and c.external_id is null and c.version > 1 and (p.raw is null"
            + " or p.raw <> concat(a.caller_correlation_id, '"
            + Writer.AT
            + "'))");
    none(
        "a contact without a post",
        "select c.id from crm_contact c where c.tenant_id = ? and 1 <> (select count(*)"
            + " from crm_contact_post p where p.tenant_id = c.tenant_id and p.owner_id = c.id)");
    none(
        "a person who is no contact, though both are one group",
        "select c.id from crm_customer c where c.tenant_id = ? and c.kind = 'PERSON'"
            + " and 1 <> (select count(*) from crm_contact t"
            + " where t.tenant_id = c.tenant_id and t.person_id = c.id)");
  }

  /** The load only goes forward, so each version of an opportunity is one stage. */
  private void histories() {
    none(
        "an opportunity whose history is not whole",
        "select o.id, o.version from crm_opportunity o where o.tenant_id = ? and o.version <>"
            + " (select count(distinct h.standing_stage) from crm_opportunity_change h"
            + " where h.tenant_id = o.tenant_id and h.opportunity_id = o.id)");
    none(
        "an opportunity whose stage is not in its history",
        "select o.id, o.progress_stage from crm_opportunity o where o.tenant_id = ?"
            + " and 1 <> (select count(*) from crm_opportunity_change h"
            + " where h.tenant_id = o.tenant_id and h.opportunity_id = o.id"
            + " and h.standing_stage = o.progress_stage)");
    none(
        "history of an opportunity that is not there",
        "select h.id from crm_opportunity_change h where h.tenant_id = ? and not exists"
            + " (select 1 from crm_opportunity o"
            + " where o.tenant_id = h.tenant_id and o.id = h.opportunity_id)");
  }

  private void events() {
    eventsOf("crm_customer", "'customer.registered'", "1");
    eventsOf("crm_customer", "'customer.changed'", "t.version - 1");
    eventsOf("crm_opportunity", "'sales.opportunity-opened'", "1");
    eventsOf("crm_opportunity", "'sales.opportunity-moved'", "t.version - 1");
    eventsOf(
        "crm_opportunity",
        "'sales.opportunity-won'",
        "case when t.progress_category = 'WON' then 1 else 0 end");
    none(
        "an event about a version that nobody wrote",
        "select e.id, e.name from crm_event e where e.tenant_id = ? and e.name in "
            + HEARD_EVENTS
            + " and not exists (select 1 from crm_audit a where a.tenant_id = e.tenant_id"
            + " and a.subject_id = e.subject_id and a.subject_version = e.subject_version)");
    none(
        "an event that is neither heard nor on its way, or both",
        "select e.id, e.name from crm_event e where e.tenant_id = ? and e.name in "
            + HEARD_EVENTS
            + " and 1 <> (select count(*) from crm_delivery d"
            + " where d.tenant_id = e.tenant_id and d.event_id = e.id and d.subscriber like"
            + " 'ledger.%') + (select count(*) from crm_ledger_heard h"
            + " where h.tenant_id = e.tenant_id and h.event = cast(e.id as char(36)))");
  }

  private void eventsOf(String table, String event, String expected) {
    none(
        "not the right number of events " + event,
        "select t.id, t.version from "
            + table
            + " t where t.tenant_id = ? and "
            + expected
            + " <> (select count(*) from crm_event e where e.tenant_id = t.tenant_id"
            + " and e.subject_id = t.id and e.name = "
            + event
            + ")");
  }

  private void numbers() {
    List<Long> numbers =
        rows.column("select number from crm_customer where tenant_id = ? order by number").stream()
            .map(number -> Long.parseLong(number.substring(1)))
            .toList();
    List<Long> gapless = LongStream.rangeClosed(1, numbers.size()).boxed().toList();
    if (!numbers.equals(gapless)) {
      faults.add("numbers with gaps or twice: " + numbers);
    }
    long last = rows.number("select max(last) from crm_sequence where tenant_id = ?");
    if (last != numbers.size()) {
      faults.add("counted to " + last + " but there are " + numbers.size());
    }
    rows.counts(
            "select external_id from crm_customer where tenant_id = ? and external_id is not null")
        .forEach((key, times) -> once("external key " + key, times));
    rows.counts("select name from crm_opportunity where tenant_id = ?")
        .forEach((name, times) -> once("opportunity " + name, times));
  }

  private void once(String what, int times) {
    if (times != 1) {
      faults.add(what + " is there " + times + " times");
    }
  }

  private void keys() {
    none(
        "a used key without the record that it made",
        "select u.id, u.command from crm_used_key u where u.tenant_id = ? and not exists"
            + " (select 1 from crm_customer c"
            + " where c.tenant_id = u.tenant_id and c.id = u.answer_record) and not exists"
            + " (select 1 from crm_opportunity o"
            + " where o.tenant_id = u.tenant_id and o.id = u.answer_record)");
    long used = rows.number("select count(*) from crm_used_key where tenant_id = ?");
    long made =
        rows.number(
                "select count(*) from crm_customer where tenant_id = ? and external_id is not null")
            + rows.number("select count(*) from crm_opportunity where tenant_id = ?");
    if (used != made) {
      faults.add(made + " records were made under a key, but " + used + " keys are used");
    }
  }
}

package io.crmkit.verification.kill;

import io.crmkit.verification.kill.Journal.Entry;
import io.crmkit.verification.kill.Operation.Kind;
import io.crmkit.verification.kill.Operation.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to be true because the killed process was told so. */
final class Promises {

  /** Number, external id and version of a customer that is not there. */
  private static final List<String> NONE = List.of("", "", "0");

  private final Journal journal;
  private final Rows rows;
  private final List<String> faults = new ArrayList<>();

  private Promises(Journal journal, Rows rows) {
    this.journal = journal;
    this.rows = rows;
  }

  /** What was acknowledged is there, what was refused is not, and nothing is there by half. */
  static List<String> faults(Journal journal, Rows rows) {
    Promises check = new Promises(journal, rows);
    check.allOrNothing();
    check.answers();
    return check.faults;
  }

  private void allOrNothing() {
    Map<String, Integer> audits =
        rows.counts("select caller_correlation_id from crm_audit where tenant_id = ?");
    Map<String, Integer> events =
        rows.counts(
            "select origin_correlation_id from crm_event where tenant_id = ? and name in"
                + " ('customer.registered', 'customer.changed', 'sales.opportunity-opened',"
                + " 'sales.opportunity-moved', 'sales.opportunity-won')");
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    for (Entry entry : journal.entries()) {
      groups.computeIfAbsent(entry.operation().group(), g -> new ArrayList<>()).add(entry);
    }
    groups.values().forEach(group -> allOrNothing(group, audits, events));
  }

  private void allOrNothing(
      List<Entry> group, Map<String, Integer> audits, Map<String, Integer> events) {
    Kind kind = group.get(0).operation().kind();
    Set<Integer> times = new HashSet<>();
    if (group.stream().anyMatch(Entry::isDone)) {
      times.add(1);
    } else {
      times.add(0);
      if (group.stream().anyMatch(e -> e.outcome() == Outcome.UNKNOWN)) {
        times.add(1);
      }
    }
    int audited = sum(group, audits);
    int told = sum(group, events);
    if (times.stream().noneMatch(t -> audited == t * kind.audits && told == t * kind.events)) {
      faults.add(group + " wrote " + audited + " rows of audit and " + told + " events");
    }
  }

  private static int sum(List<Entry> group, Map<String, Integer> counts) {
    return group.stream().mapToInt(e -> counts.getOrDefault(e.operation().correlation(), 0)).sum();
  }

  /** The records themselves, as they were answered. */
  private void answers() {
    Map<String, List<String>> customers =
        byId("select id, number, external_id, version from crm_customer where tenant_id = ?");
    for (Entry entry : journal.done(Kind.CUSTOMER)) {
      List<String> row = customers.getOrDefault(entry.answer().get(0), NONE);
      if (!row.subList(0, 2).equals(List.of(entry.answer().get(1), entry.word(0)))) {
        faults.add("lost " + entry + ", there is " + row);
      }
    }
    for (Entry entry : journal.done(Kind.UPDATE)) {
      List<String> row = customers.getOrDefault(entry.answer().get(0), NONE);
      if (Long.parseLong(row.get(2)) < Long.parseLong(entry.answer().get(1))) {
        faults.add("lost " + entry + ", there is " + row);
      }
    }
    Map<String, List<String>> contacts =
        byId("select id, person_id, organization_id from crm_contact where tenant_id = ?");
    for (Entry entry : journal.done(Kind.CONTACT)) {
      List<String> row = contacts.getOrDefault(entry.answer().get(0), List.of());
      if (!row.equals(List.of(entry.answer().get(1), entry.word(0)))) {
        faults.add("lost " + entry + ", there is " + row);
      }
    }
    opportunities();
  }

  private void opportunities() {
    Map<String, List<String>> found =
        byId("select id, name, version from crm_opportunity where tenant_id = ?");
    Map<String, List<String>> stages =
        rows.grouped(
            "select opportunity_id, standing_stage from crm_opportunity_change"
                + " where tenant_id = ?");
    for (Kind kind : List.of(Kind.OPEN, Kind.ADVANCE, Kind.WIN)) {
      for (Entry entry : journal.done(kind)) {
        String id = entry.answer().get(0);
        List<String> row = found.getOrDefault(id, List.of("", "0"));
        String stage = kind == Kind.OPEN ? Load.STAGES.get(0) : entry.word(1);
        if (Long.parseLong(row.get(1)) < Long.parseLong(entry.answer().get(1))
            || !stages.getOrDefault(id, List.of()).contains(stage)
            || (kind == Kind.OPEN && !row.get(0).equals(entry.word(0)))) {
          faults.add("lost " + entry + ", there is " + row);
        }
      }
    }
  }

  private Map<String, List<String>> byId(String sql) {
    Map<String, List<String>> found = new HashMap<>();
    rows.of(sql).forEach(row -> found.put(row.get(0), row.subList(1, row.size())));
    return found;
  }
}

package io.crmkit.verification.kill;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.feed.FeedChange;
import io.crmkit.api.feed.FeedPage;
import io.crmkit.verification.kill.Journal.Entry;
import io.crmkit.verification.kill.Operation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Opens the store that a killed process has left, and says everything that is wrong with it. */
final class Checker {

  /** Every timer of the load is due by then, and every delivery that failed before the kill. */
  private static final Duration LATER = Duration.ofDays(2);

  private final Journal journal;
  private final Rows rows;
  private final List<String> faults = new ArrayList<>();

  private Checker(Journal journal, Rows rows) {
    this.journal = journal;
    this.rows = rows;
  }

  /** Every fault; afterwards nothing is left to be done in the tenant. */
  static List<String> faults(Place place, String tenant, Journal journal) {
    try (HikariDataSource pool = Nodes.pool(place);
        Crm crm = Nodes.later(pool, LATER)) {
      Checker checker = new Checker(journal, new Rows(pool, tenant));
      try {
        checker.check(crm.session(new TenantId(tenant), Actor.of("checker")));
      } catch (RuntimeException e) {
        throw new AssertionError("cannot be worked with: " + tenant + ", " + checker.faults, e);
      }
      return checker.faults;
    }
  }

  private void check(CrmSession session) {
    faults.addAll(WholeRows.faults(rows));
    faults.addAll(Promises.faults(journal, rows));
    askAgain(session);
    drain(session);
    faults.addAll(WholeRows.faults(rows));
    faults.addAll(TimerPromises.faults(journal, rows));
    heardInOrder();
    feedIsWhole(session);
  }

  /** What a host does that was not told: the same again under the same key. */
  private void askAgain(CrmSession session) {
    for (Entry entry : journal.entries()) {
      if (entry.is(Kind.CUSTOMER)) {
        same(entry, Writer.customer(session, entry.word(0)).id().value());
      } else if (entry.is(Kind.OPEN)) {
        CustomerId customer = new CustomerId(UUID.fromString(entry.word(1)));
        same(entry, Writer.opportunity(session, entry.word(0), customer).id().value());
      }
    }
  }

  private void same(Entry entry, UUID again) {
    if (entry.isDone() && !entry.answer().get(0).equals(again.toString())) {
      faults.add("asked again, " + entry + " is now " + again);
    }
  }

  private void drain(CrmSession session) {
    while (session.deliver() + session.fireDue() > 0) {
      // Until there is nothing more to do.
    }
    rows.of(
            "select subscriber, attempts_status, attempts_last_error from crm_delivery"
                + " where tenant_id = ?")
        .forEach(row -> faults.add("not delivered: " + row));
    rows.of("select name, attempts_status, attempts_last_error from crm_timer where tenant_id = ?")
        .forEach(row -> faults.add("not fired: " + row));
  }

  /** One after the other, as the versions of each subject came. */
  private void heardInOrder() {
    Map<String, List<String>> heard =
        rows.grouped(
            "select concat(h.subscriber, ' ', cast(e.subject_id as char(36))),"
                + " e.subject_version from crm_ledger_heard h"
                + " join crm_event e on e.tenant_id = h.tenant_id"
                + " and cast(e.id as char(36)) = h.event where h.tenant_id = ? order by h.id");
    heard.forEach(
        (queue, versions) -> {
          List<Long> actual = versions.stream().map(Long::valueOf).toList();
          if (!actual.equals(actual.stream().sorted().toList())) {
            faults.add("not in order: " + queue + " " + actual);
          }
        });
  }

  /** Each audited write is in the change feed once, those of one record in order. */
  private void feedIsWhole(CrmSession session) {
    Map<String, List<Long>> feed = new HashMap<>();
    String cursor = null;
    boolean more = true;
    while (more) {
      FeedPage page = session.get(ChangeFeed.class).read(cursor, 1_000);
      for (FeedChange change : page.changes()) {
        feed.computeIfAbsent(change.subject().id().toString(), id -> new ArrayList<>())
            .add(change.version());
      }
      more = page.more() && !page.next().equals(cursor);
      cursor = page.next();
    }
    Map<String, List<Long>> audit = new HashMap<>();
    rows.grouped(
            "select subject_id, subject_version from crm_audit where tenant_id = ?"
                + " order by subject_version")
        .forEach((id, versions) -> audit.put(id, versions.stream().map(Long::valueOf).toList()));
    audit.forEach(
        (id, versions) -> {
          if (!versions.equals(feed.get(id))) {
            faults.add("the feed tells of " + id + " " + feed.get(id) + ", not " + versions);
          }
        });
    if (feed.size() != audit.size()) {
      faults.add("the feed tells of " + feed.size() + " records, the audit of " + audit.size());
    }
  }
}

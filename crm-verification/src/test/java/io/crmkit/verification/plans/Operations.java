package io.crmkit.verification.plans;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.audit.AuditSearch;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.relay.DeliveryQuery;
import io.crmkit.api.relay.DurableWork;
import io.crmkit.api.relay.TimerQuery;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.PipelineReports;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the kernel does besides commands, and what operators and managers ask. */
final class Operations {

  private Operations() {}

  static void ofOneDay(Crm crm, CrmSession session) {
    crm.deliver();
    crm.fireDue();
    crm.relay().health();
    crm.relay().backlog(Actor.system());
    askDurableWork(session.get(DurableWork.class));
    ChangeFeed feed = session.get(ChangeFeed.class);
    feed.read(null, 100);
    feed.now();
    Customer customer =
        session.get(Customers.class).search(Query.<Customer>everything().limit(1)).items().get(0);
    askAudit(session.get(AuditLog.class), EntityRef.of("customer.customer", customer.id()));
    PipelineReports reports = session.get(PipelineReports.class);
    reports.totals(OpportunityTotals.by(OpportunityTotals.Dimension.STAGE, StageCategory.OPEN));
    reports.asOf(LocalDate.of(2026, 3, 10));
    crm.clearOld();
  }

  /** Each of the ways by which an index is looked through, and the page after the first one. */
  private static void askAudit(AuditLog audit, EntityRef record) {
    audit.historyOf(record);
    AuditSearch all = AuditSearch.everything().withLimit(5);
    AuditSearch.Span span =
        new AuditSearch.Span(
            Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-10T00:00:00Z"));
    List<AuditSearch> searches =
        List.of(
            all,
            all.withRecorded(span),
            all.withActor("lily"),
            all.withActor("lily").withRecorded(span),
            all.withCommand("customer.update"),
            all.withCorrelationId("call-7"),
            all.withEntity("customer.customer"));
    for (AuditSearch search : searches) {
      String next = audit.search(search).next();
      if (next != null) {
        audit.search(search.withAfter(next));
      }
    }
  }

  private static void askDurableWork(DurableWork work) {
    work.backlog();
    work.deliveries(DeliveryQuery.all());
    work.deliveries(DeliveryQuery.all().standing(WorkStatus.PARKED));
    work.deliveries(DeliveryQuery.all().to("nobody"));
    work.timers(TimerQuery.all());
    work.timers(TimerQuery.all().standing(WorkStatus.PARKED));
    work.timers(TimerQuery.all().handledBy("nobody"));
  }
}

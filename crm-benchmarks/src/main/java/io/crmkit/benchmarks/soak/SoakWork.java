package io.crmkit.benchmarks.soak;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.PipelineReports;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.value.Label;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/** What writers and readers do. Safe for many threads. */
final class SoakWork {

  private static final String PIPELINE = "soak";
  private static final OpportunityTotals BY_STAGE =
      OpportunityTotals.by(OpportunityTotals.Dimension.STAGE, StageCategory.OPEN);

  /** How many customers readers choose from: the latest ones. */
  private static final int KNOWN = 1_000;

  private static final int MOVES = 2;

  final LongAdder writes = new LongAdder();
  final LongAdder reads = new LongAdder();

  /** What the relay will have to do for what was written. */
  final LongAdder deliveries = new LongAdder();

  final LongAdder timers = new LongAdder();

  private final AtomicReferenceArray<CustomerId> known = new AtomicReferenceArray<>(KNOWN);
  private final AtomicLong registered = new AtomicLong();

  void prepare(CrmSession session) {
    List<Stage> stages =
        List.of(
            Stage.open("new", new Label("new", "新建"), 10).to("visited", "won", "lost"),
            Stage.open("visited", new Label("visited", "已拜访"), 30).to("offered", "won", "lost"),
            Stage.open("offered", new Label("offered", "已报价"), 60).to("won", "lost"),
            Stage.won("won", new Label("won", "赢单")),
            Stage.lost("lost", new Label("lost", "丢单")));
    session
        .get(Pipelines.class)
        .define(
            new DefinePipeline(
                new PipelineDefinition(PIPELINE, new Label("Soak", "浸泡测试"), stages)));
    register(session);
  }

  /** A customer, a reminder, and an opportunity that moves on twice. */
  void write(CrmSession session) {
    CustomerId customer = register(session);
    session.get(SoakModule.Reminders.class).remind(customer.value().toString());
    writes.increment();
    timers.increment();
    Opportunities opportunities = session.get(Opportunities.class);
    Opportunity opportunity =
        opportunities.open(OpenOpportunity.of("Pumps", customer).withPipeline(PIPELINE));
    writes.increment();
    for (String stage : List.of("visited", "offered")) {
      opportunity =
          opportunities.advance(
              new AdvanceOpportunity(opportunity.id(), opportunity.version(), stage));
      writes.increment();
    }
    deliveries.add(MOVES);
  }

  private CustomerId register(CrmSession session) {
    long n = registered.incrementAndGet();
    RegisterCustomer command =
        RegisterCustomer.organization(CustomerName.of("Lakeside Works " + n))
            .withContactPoints(
                List.of(
                    ContactPoint.phone(phone(n)),
                    ContactPoint.email("office@lakeside" + n + ".example")));
    CustomerId id = session.get(Customers.class).register(command).id();
    known.set((int) ((n - 1) % KNOWN), id);
    writes.increment();
    deliveries.increment();
    return id;
  }

  /** A customer by id, customers by their telephone, and now and then the pipeline's totals. */
  void read(CrmSession session) {
    int among = (int) Math.min(KNOWN, registered.get());
    CustomerId id = known.get(ThreadLocalRandom.current().nextInt(among));
    if (id != null) {
      Customer customer = session.get(Customers.class).get(id);
      reads.increment();
      ContactPoint phone = customer.contactPoints().get(0);
      if (session.get(Customers.class).reachedBy(ContactChannel.PHONE, phone.raw()).isEmpty()) {
        throw new IllegalStateException("a customer is not found by its telephone: " + id);
      }
      reads.increment();
    }
    if (ThreadLocalRandom.current().nextInt(200) == 0) {
      session.get(PipelineReports.class).totals(BY_STAGE);
      reads.increment();
    }
  }

  private static String phone(long n) {
    return "+86 21 5" + String.format(Locale.ROOT, "%07d", n % 10_000_000);
  }
}

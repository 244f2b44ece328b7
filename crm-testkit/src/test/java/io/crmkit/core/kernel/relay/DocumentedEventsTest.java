package io.crmkit.core.kernel.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.feed.FeedChange;
import io.crmkit.api.feed.FeedPage;
import io.crmkit.api.relay.Backlog;
import io.crmkit.api.relay.DeliveryQuery;
import io.crmkit.api.relay.DurableWork;
import io.crmkit.api.relay.QueuedDelivery;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.api.relay.Replay;
import io.crmkit.api.relay.ReplayReport;
import io.crmkit.api.relay.RetryPolicy;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.core.kernel.relay.WelcomeModule.Calls;
import io.crmkit.core.kernel.relay.WelcomeModule.Post;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.testkit.CrmSetup;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs the examples of docs/events.md. */
@WithSetup(DocumentedEventsTest.Welcoming.class)
class DocumentedEventsTest {

  static final class Welcoming implements CrmSetup {
    final Post post = new Post();

    @Override
    public List<CrmModule> modules() {
      return List.of(new WelcomeModule(post));
    }

    @Override
    public void configure(CrmBuilder builder) {
      // begin docs/events.md
      builder.relay(
          RelayOptions.standard()
              .workers(8)
              .retry(new RetryPolicy(6, Duration.ofSeconds(2), Duration.ofMinutes(30))));
      // end docs/events.md
    }

    @Override
    public void prepare() {
      post.sent.clear();
      post.closed = false;
    }
  }

  private static Post post(TestCrm crm) {
    return crm.setup(Welcoming.class).post;
  }

  private static Customer register(CrmSession session, String name) {
    return session
        .get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of(name)));
  }

  private static List<Customer> readEverything(CrmSession session) {
    return session.get(Customers.class).search(Query.where(Criteria.all())).items();
  }

  @OnEveryStorage
  void a_subscriber_hears_after_the_commit(TestCrm crm) {
    Customer customer = register(crm.session(), "Acme");

    crm.deliver();

    assertThat(post(crm).sent)
        .singleElement()
        .satisfies(l -> assertThat(l).startsWith("letter " + customer.id().value()));
  }

  @OnEveryStorage
  void a_timer_is_set_moved_and_cancelled(TestCrm crm) {
    Customer called = register(crm.session(), "Acme");
    Customer spared = register(crm.session(), "Bolt");
    Calls calls = crm.get(Calls.class);
    calls.plan(called.id());
    calls.postpone(called.id());
    calls.plan(spared.id());
    calls.giveUp(spared.id());

    crm.clock().advance(Duration.ofDays(4));
    assertThat(crm.fireDue()).isZero();
    crm.clock().advance(Duration.ofDays(1));
    assertThat(crm.fireDue()).isEqualTo(1);

    assertThat(post(crm).sent).containsExactly("call Acme");
  }

  @OnEveryStorage
  void what_is_stuck_is_looked_after(TestCrm crm) {
    Instant monday = crm.clock().instant();
    CrmSession session = crm.session();
    post(crm).closed = true;
    register(session, "Acme");
    for (int i = 0; i < 7; i++) {
      crm.deliver();
      crm.clock().advance(Duration.ofHours(1));
    }

    // begin docs/events.md
    DurableWork work = session.get(DurableWork.class);
    List<Backlog> backlog = work.backlog(); // by subscriber and handler
    DeliveryQuery letters = DeliveryQuery.all().to("welcome.letter");
    Page<QueuedDelivery> parked = work.deliveries(letters.standing(WorkStatus.PARKED));
    // end docs/events.md
    assertThat(backlog).singleElement().satisfies(b -> assertThat(b.counts().parked()).isOne());
    assertThat(parked.items()).hasSize(1);

    post(crm).closed = false;
    // begin docs/events.md
    int retried = work.retry(letters); // those that are parked
    // end docs/events.md
    assertThat(retried).isEqualTo(1);
    crm.deliver();
    assertThat(post(crm).sent).hasSize(1);

    // begin docs/events.md
    ReplayReport report = work.replay(Replay.to("welcome.letter").recordedFrom(monday));
    // end docs/events.md
    assertThat(report.queued()).isEqualTo(1);
    crm.deliver();
    assertThat(post(crm).sent).hasSize(2);
  }

  @OnEveryStorage
  void what_is_hopeless_is_discarded(TestCrm crm) {
    CrmSession session = crm.session();
    post(crm).closed = true;
    register(session, "Acme");
    for (int i = 0; i < 7; i++) {
      crm.deliver();
      crm.clock().advance(Duration.ofHours(1));
    }
    DurableWork work = session.get(DurableWork.class);
    DeliveryQuery letters = DeliveryQuery.all().to("welcome.letter");

    // begin docs/events.md
    int discarded = work.discard(letters); // those that are parked, for good
    // end docs/events.md

    assertThat(discarded).isEqualTo(1);
    assertThat(work.backlog()).isEmpty();
  }

  @OnEveryStorage
  void a_reader_follows_the_changes(TestCrm crm) {
    CrmSession session = crm.session();
    register(session, "Before");
    List<FeedChange> applied = new ArrayList<>();

    // begin docs/events.md
    ChangeFeed feed = session.get(ChangeFeed.class);
    String cursor = feed.now(); // first the cursor,
    List<Customer> copy = readEverything(session); // then what is there,
    Customer after = register(session, "After"); // (while others go on)
    FeedPage page = feed.read(cursor, 500); // then what has changed since
    applied.addAll(page.changes());
    cursor = page.next(); // to be kept
    // end docs/events.md

    assertThat(copy).extracting(c -> c.name().latin()).contains("Before");
    assertThat(applied).extracting(c -> c.subject().id()).contains(after.id().value());
    assertThat(applied).allMatch(c -> c.kind() == FeedChange.Kind.CREATED);
    assertThat(feed.read(cursor, 500).changes()).isEmpty();
  }
}

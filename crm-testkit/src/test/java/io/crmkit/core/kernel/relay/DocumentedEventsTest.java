package io.crmkit.core.kernel.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.feed.FeedChange;
import io.crmkit.api.feed.FeedPage;
import io.crmkit.api.relay.DeliveryQuery;
import io.crmkit.api.relay.DurableWork;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.api.relay.Replay;
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

/** What docs/events.md shows, in the same words. */
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
      builder.relay(
          RelayOptions.standard()
              .workers(8)
              .retry(new RetryPolicy(6, Duration.ofSeconds(2), Duration.ofMinutes(30))));
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

    DurableWork work = session.get(DurableWork.class);
    assertThat(work.backlog())
        .singleElement()
        .satisfies(b -> assertThat(b.counts().parked()).isEqualTo(1));
    assertThat(work.deliveries(DeliveryQuery.all().standing(WorkStatus.PARKED)).items()).hasSize(1);

    post(crm).closed = false;
    assertThat(work.retry(DeliveryQuery.all().to("welcome.letter"))).isEqualTo(1);
    crm.deliver();
    assertThat(post(crm).sent).hasSize(1);
    assertThat(work.discard(DeliveryQuery.all().to("welcome.letter"))).isZero();
    assertThat(work.replay(Replay.to("welcome.letter").recordedFrom(monday)).queued()).isEqualTo(1);
    crm.deliver();
    assertThat(post(crm).sent).hasSize(2);
  }

  @OnEveryStorage
  void a_reader_follows_the_changes(TestCrm crm) {
    CrmSession session = crm.session();
    register(session, "Before");
    List<FeedChange> applied = new ArrayList<>();

    ChangeFeed feed = session.get(ChangeFeed.class);
    String cursor = feed.now();
    Customer after = register(session, "After");
    FeedPage page = feed.read(cursor, 500);
    for (FeedChange change : page.changes()) {
      applied.add(change);
    }
    cursor = page.next();

    assertThat(applied).extracting(c -> c.subject().id()).contains(after.id().value());
    assertThat(applied).allMatch(c -> c.kind() == FeedChange.Kind.CREATED);
    assertThat(feed.read(cursor, 500).changes()).isEmpty();
  }
}

package io.crmkit.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.relay.Backlog;
import io.crmkit.api.relay.DeliveryQuery;
import io.crmkit.api.relay.DurableWork;
import io.crmkit.api.relay.QueuedDelivery;
import io.crmkit.api.relay.QueuedTimer;
import io.crmkit.api.relay.RelayHealth;
import io.crmkit.api.relay.Replay;
import io.crmkit.api.relay.ReplayReport;
import io.crmkit.api.relay.TimerQuery;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.core.kernel.lab.Alarm;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks.Subscriber;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.core.kernel.work.KernelEntities;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/** Looking after durable work: inspecting, retrying, discarding, replaying. */
@WithSetup(LabSetup.class)
class DurableWorkTest {

  private static final String LATER = "lab.later";

  private static SpecimenId subject(TestCrm crm) {
    return new SpecimenId(crm.newId());
  }

  private static void publish(TestCrm crm, CrmEvent... events) {
    crm.get(Lab.class)
        .run(
            List.of(events).toString(),
            tx -> {
              List.of(events).forEach(tx::publish);
              return "done";
            });
  }

  /** A subscriber that fails at these numbers, as long as the set says so. */
  private static List<Long> hears(TestCrm crm, Set<Long> failing) {
    List<Long> heard = new ArrayList<>();
    crm.setup(LabSetup.class)
        .hooks()
        .on(
            crm.tenant(),
            Subscriber.LATER,
            (s, e) -> {
              long number = ((Measured) e.event()).number();
              if (failing.contains(number)) {
                throw new IllegalStateException("on purpose: " + number);
              }
              heard.add(number);
            });
    return heard;
  }

  private static void untilParked(TestCrm crm) {
    for (int i = 0; i < 12; i++) {
      crm.deliver();
      crm.fireDue();
      crm.clock().advance(Duration.ofHours(1));
    }
  }

  private static DurableWork work(TestCrm crm) {
    return crm.get(DurableWork.class);
  }

  private static Backlog backlog(TestCrm crm, String handler) {
    return work(crm).backlog().stream()
        .filter(b -> b.handler().equals(handler))
        .findFirst()
        .orElseThrow();
  }

  private static List<AuditEntry> audit(TestCrm crm, String command) {
    return crm.get(Lab.class)
        .read(
            tx ->
                tx.store(KernelEntities.AUDIT).all(Criteria.all()).stream()
                    .filter(e -> e.caller().command().equals(command))
                    .toList());
  }

  @OnEveryStorage
  void the_backlog_says_what_waits_is_due_held_and_parked_and_why(TestCrm crm) {
    Instant begin = crm.clock().instant();
    hears(crm, Set.of(1L));
    SpecimenId broken = subject(crm);
    publish(crm, Measured.of(broken, 1), Measured.of(broken, 2));
    untilParked(crm);
    publish(crm, Measured.of(subject(crm), 3));

    Backlog backlog = backlog(crm, LATER);

    assertThat(backlog.known()).isTrue();
    assertThat(backlog.kind()).isEqualTo(Backlog.Kind.DELIVERIES);
    assertThat(backlog.counts()).isEqualTo(new Backlog.Counts(1, 1, 1, 0, 1));
    assertThat(backlog.error()).contains("on purpose: 1");
    assertThat(backlog.oldestDue()).isEqualTo(crm.clock().instant());
    assertThat(work(crm).deliveries(DeliveryQuery.all().standing(WorkStatus.PARKED)).items())
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.subject()).isEqualTo(Measured.of(broken, 1).subject());
              assertThat(d.recordedAt()).isEqualTo(begin);
              assertThat(d.standing().failures()).isEqualTo(10);
              assertThat(d.standing().dueAt()).isNull();
            });
  }

  @OnEveryStorage
  void deliveries_are_listed_page_by_page(TestCrm crm) {
    for (int i = 0; i < 7; i++) {
      publish(crm, Measured.of(subject(crm), i));
    }
    Set<UUID> seen = new HashSet<>();
    DeliveryQuery query = DeliveryQuery.all().to(LATER).limit(3);
    int pages = 0;
    String cursor;
    do {
      Page<QueuedDelivery> page = work(crm).deliveries(query);
      page.items().forEach(d -> assertThat(seen.add(d.id())).isTrue());
      cursor = page.next();
      query = query.after(cursor);
      pages++;
    } while (cursor != null);

    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(7);
  }

  @OnEveryStorage
  void a_parked_delivery_that_is_retried_lets_its_queue_go_on_in_order(TestCrm crm) {
    Set<Long> failing = new HashSet<>(Set.of(1L));
    List<Long> heard = hears(crm, failing);
    SpecimenId broken = subject(crm);
    Measured[] many = new Measured[50];
    java.util.Arrays.setAll(many, i -> Measured.of(broken, i + 1L));
    publish(crm, many);
    untilParked(crm);
    assertThat(heard).isEmpty();

    failing.clear();
    assertThat(work(crm).retry(DeliveryQuery.all().to("nobody"))).isZero();
    assertThat(work(crm).retry(DeliveryQuery.all().to(LATER))).isEqualTo(1);
    crm.deliver();

    assertThat(heard).isEqualTo(LongStream.rangeClosed(1, 50).boxed().toList());
    assertThat(audit(crm, "delivery.retry"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.subject().entity()).isEqualTo("kernel.delivery");
              assertThat(e.caller().actor()).isEqualTo(TestCrm.ACTOR);
              assertThat(e.changes())
                  .anyMatch(
                      c ->
                          c.path().equals("attempts.status")
                              && "PARKED".equals(c.before())
                              && "WAITING".equals(c.after()));
            });
  }

  @OnEveryStorage
  void what_is_discarded_never_comes_and_what_is_behind_it_does(TestCrm crm) {
    List<Long> heard = hears(crm, Set.of(1L));
    SpecimenId broken = subject(crm);
    publish(crm, Measured.of(broken, 1), Measured.of(broken, 2), Measured.of(broken, 3));
    untilParked(crm);
    UUID parked =
        work(crm).deliveries(DeliveryQuery.all().standing(WorkStatus.PARKED)).items().get(0).id();

    assertThat(work(crm).discard(DeliveryQuery.of(UUID.randomUUID()))).isZero();
    assertThat(work(crm).discard(DeliveryQuery.of(parked))).isEqualTo(1);
    crm.deliver();

    assertThat(heard).containsExactly(2L, 3L);
    assertThat(audit(crm, "delivery.discard"))
        .singleElement()
        .satisfies(e -> assertThat(e.operation()).isEqualTo(AuditEntry.Operation.DELETED));
  }

  @OnEveryStorage
  void timers_are_listed_retried_and_discarded(TestCrm crm) {
    List<String> words = new ArrayList<>();
    Set<String> failing = new HashSet<>(Set.of("a", "b"));
    crm.setup(LabSetup.class)
        .hooks()
        .onAlarm(
            crm.tenant(),
            (s, t) -> {
              if (failing.contains(t.payload().word())) {
                throw new IllegalStateException("on purpose");
              }
              words.add(t.payload().word());
            });
    crm.get(Lab.class)
        .run(
            tx -> {
              tx.timers().set(Alarm.key("a"), tx.now(), Alarm.of("a"));
              tx.timers().set(Alarm.key("b"), tx.now(), Alarm.of("b"));
              tx.timers().set(Alarm.key("c"), tx.now().plus(Duration.ofDays(9)), Alarm.of("c"));
              return "set";
            });
    untilParked(crm);

    List<QueuedTimer> parked =
        work(crm)
            .timers(TimerQuery.all().handledBy(Alarm.HANDLER).standing(WorkStatus.PARKED))
            .items();
    assertThat(parked.stream().map(QueuedTimer::name)).containsExactlyInAnyOrder("a", "b");
    assertThat(backlog(crm, Alarm.HANDLER).counts()).isEqualTo(new Backlog.Counts(1, 0, 0, 0, 2));
    UUID b = parked.stream().filter(t -> t.name().equals("b")).findFirst().orElseThrow().id();

    assertThat(work(crm).discard(TimerQuery.of(b))).isEqualTo(1);
    failing.clear();
    assertThat(work(crm).retry(TimerQuery.all())).isEqualTo(1);
    assertThat(crm.fireDue()).isEqualTo(1);
    assertThat(words).containsExactly("a");
    assertThat(work(crm).discard(TimerQuery.all().standing(WorkStatus.WAITING))).isEqualTo(1);
    assertThat(work(crm).timers(TimerQuery.all()).items()).isEmpty();
  }

  @OnEveryStorage
  void a_replay_is_in_order_for_one_subscriber_and_disturbs_nothing_that_waits(TestCrm crm) {
    Set<Long> failing = new HashSet<>(Set.of(4L));
    List<Long> heard = hears(crm, failing);
    List<Long> others = new ArrayList<>();
    crm.setup(LabSetup.class)
        .hooks()
        .on(
            crm.tenant(),
            Subscriber.ALSO_LATER,
            (s, e) -> others.add(((Measured) e.event()).number()));
    SpecimenId one = subject(crm);
    SpecimenId two = subject(crm);
    for (long n = 1; n <= 5; n++) {
      publish(crm, Measured.of(one, n), Measured.of(two, 10 + n));
    }
    crm.deliver();
    assertThat(heard).containsExactlyInAnyOrder(1L, 2L, 3L, 11L, 12L, 13L, 14L, 15L);
    heard.clear();
    others.clear();
    failing.clear();

    ReplayReport report = work(crm).replay(Replay.to(LATER).about(Measured.of(one, 1).subject()));

    assertThat(report).isEqualTo(new ReplayReport(3, 2));
    crm.clock().advance(Duration.ofMinutes(1));
    crm.deliver();
    assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(others).isEmpty();
    assertThat(audit(crm, "delivery.replay")).hasSize(1);
  }

  @OnEveryStorage
  void a_replay_can_begin_at_a_time_or_a_position(TestCrm crm) {
    List<Long> heard = hears(crm, Set.of());
    SpecimenId subject = subject(crm);
    List<Instant> times = new ArrayList<>();
    for (long n = 1; n <= 6; n++) {
      times.add(crm.clock().instant());
      publish(crm, Measured.of(subject, n));
      crm.clock().advance(Duration.ofSeconds(1));
    }
    List<Long> positions =
        work(crm).deliveries(DeliveryQuery.all().to(LATER)).items().stream()
            .map(QueuedDelivery::position)
            .sorted()
            .toList();
    crm.deliver();
    heard.clear();

    work(crm).replay(Replay.to(LATER).recordedFrom(times.get(2)).recordedTo(times.get(4)));
    crm.deliver();
    assertThat(heard).containsExactly(3L, 4L);

    heard.clear();
    work(crm).replay(Replay.to(LATER).fromPosition(positions.get(4)));
    crm.deliver();
    assertThat(heard).containsExactly(5L, 6L);
    assertThatThrownBy(() -> work(crm).replay(Replay.to("nobody")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("nobody");
  }

  @OnEveryStorage
  void a_large_replay_is_whole(TestCrm crm) {
    List<Long> heard = hears(crm, Set.of());
    Measured[] many = new Measured[450];
    SpecimenId subject = subject(crm);
    java.util.Arrays.setAll(many, i -> Measured.of(subject, i + 1L));
    publish(crm, many);
    crm.deliver();
    heard.clear();

    assertThat(work(crm).replay(Replay.to(LATER))).isEqualTo(new ReplayReport(450, 0));
    crm.deliver();

    assertThat(heard).isEqualTo(LongStream.rangeClosed(1, 450).boxed().toList());
  }

  @OnEveryStorage
  void the_policy_is_asked(TestCrm crm) {
    hears(crm, Set.of(1L));
    publish(crm, Measured.of(subject(crm), 1));
    untilParked(crm);
    crm.policy(
        request ->
            request.entity() == QueuedDelivery.class
                    && !(request.actor().roles().contains("operator")
                        || request.operation() == Operation.READ
                            && request.actor().roles().contains("watcher"))
                ? Access.deny("operators only")
                : Access.allow());
    DurableWork stranger = crm.session("eve").get(DurableWork.class);
    DurableWork watcher = crm.session("wat", "watcher").get(DurableWork.class);
    DurableWork operator = crm.session("ops", "operator").get(DurableWork.class);

    assertThatThrownBy(stranger::backlog).isInstanceOf(AccessDenied.class);
    assertThatThrownBy(() -> stranger.deliveries(DeliveryQuery.all()))
        .isInstanceOf(AccessDenied.class);
    assertThat(watcher.deliveries(DeliveryQuery.all().to(LATER)).items()).hasSize(1);
    assertThatThrownBy(() -> watcher.retry(DeliveryQuery.all())).isInstanceOf(AccessDenied.class);
    assertThatThrownBy(() -> watcher.discard(DeliveryQuery.all())).isInstanceOf(AccessDenied.class);
    assertThatThrownBy(() -> watcher.replay(Replay.to(LATER))).isInstanceOf(AccessDenied.class);
    assertThat(crm.crm().relay().backlog(Actor.of("eve")))
        .noneMatch(b -> b.tenant().equals(crm.tenant()) && b.kind() == Backlog.Kind.DELIVERIES);
    assertThat(crm.crm().relay().backlog(new Actor("ops", Set.of("operator"), null)))
        .anyMatch(b -> b.tenant().equals(crm.tenant()) && b.counts().parked() == 1);
    assertThat(operator.retry(DeliveryQuery.all())).isEqualTo(1);
  }

  @OnEveryStorage
  void what_an_operator_does_in_a_transaction_is_undone_with_it(TestCrm crm) {
    hears(crm, Set.of(1L));
    publish(crm, Measured.of(subject(crm), 1));
    untilParked(crm);

    try (var host = crm.crm().begin()) {
      DurableWork joined = crm.session().join(host).get(DurableWork.class);
      assertThat(joined.discard(DeliveryQuery.all())).isEqualTo(1);
      host.rollback();
    }

    assertThat(backlog(crm, LATER).counts().parked()).isEqualTo(1);
  }

  @OnEveryStorage
  void health_tells_of_a_node_that_does_not_work_in_the_background(TestCrm crm) {
    RelayHealth health = crm.crm().relay().health();

    assertThat(health.background()).isFalse();
    assertThat(health.alive()).isTrue();
    assertThat(health.lastPass()).isNull();
  }
}

package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.module.Modules;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.core.kernel.json.RawJson;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks.Subscriber;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.LogLine;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.core.kernel.lab.TagId;
import io.crmkit.core.kernel.lab.Weighed;
import io.crmkit.core.kernel.work.BelowTheGuard;
import io.crmkit.core.kernel.work.KernelEntities;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.Origin;
import io.crmkit.core.kernel.work.KernelEntities.StoredEvent;
import io.crmkit.core.kernel.work.KernelEntities.Turn;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Queues: the order within each, whatever fails, and what nobody can deliver. */
@WithSetup(LabSetup.class)
class QueueTest {

  private static final Attribute<Delivery, Instant> DUE =
      Attribute.of(Delivery.class, "attempts.dueAt", Instant.class);

  private static void on(TestCrm crm, Subscriber subscriber, EventHandler<? super CrmEvent> does) {
    crm.setup(LabSetup.class).hooks().on(crm.tenant(), subscriber, does);
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

  private static SpecimenId subject(TestCrm crm) {
    return new SpecimenId(crm.newId());
  }

  private static List<Long> numbers(TestCrm crm, AtomicBoolean broken, SpecimenId subject) {
    List<Long> numbers = new ArrayList<>();
    on(
        crm,
        Subscriber.LATER,
        (s, e) -> {
          Measured measured = (Measured) e.event();
          if (broken.get() && measured.specimen().equals(subject) && measured.number() == 1) {
            throw new IllegalStateException("on purpose");
          }
          numbers.add(measured.number());
        });
    return numbers;
  }

  private static void untilParked(TestCrm crm) {
    for (int i = 0; i < 12; i++) {
      crm.deliver();
      crm.clock().advance(Duration.ofHours(1));
    }
  }

  private static List<Delivery> stored(TestCrm crm) {
    return crm.get(Lab.class).read(tx -> tx.store(KernelEntities.DELIVERIES).all(Criteria.all()));
  }

  private static long due(TestCrm crm) {
    Instant now = crm.clock().instant();
    return crm.get(Lab.class)
        .<Long>read(
            tx -> tx.store(KernelEntities.DELIVERIES).count(DUE.lessThan(now.plusNanos(1_000))));
  }

  @OnEveryStorage
  void what_is_behind_a_parked_delivery_waits_and_no_other_queue_does(TestCrm crm) {
    SpecimenId broken = subject(crm);
    SpecimenId sound = subject(crm);
    List<Long> numbers = numbers(crm, new AtomicBoolean(true), broken);
    publish(crm, Measured.of(broken, 1), Measured.of(broken, 2), Measured.of(sound, 3));

    untilParked(crm);
    publish(crm, Measured.of(broken, 4), Measured.of(sound, 5));
    untilParked(crm);

    assertThat(numbers).containsExactly(3L, 5L);
    assertThat(stored(crm).stream().map(d -> d.attempts().status()))
        .containsExactlyInAnyOrder(WorkStatus.PARKED, WorkStatus.HELD, WorkStatus.HELD);
  }

  @OnEveryStorage
  void what_waits_behind_a_failed_delivery_is_not_looked_at_again_and_again(TestCrm crm) {
    SpecimenId broken = subject(crm);
    AtomicBoolean fails = new AtomicBoolean(true);
    List<Long> numbers = numbers(crm, fails, broken);
    Measured[] many = new Measured[300];
    java.util.Arrays.setAll(many, n -> Measured.of(broken, n + 1L));
    publish(crm, many);

    crm.deliver();
    assertThat(numbers).isEmpty();
    assertThat(due(crm)).as("due after a pass").isZero();

    fails.set(false);
    crm.clock().advance(Duration.ofSeconds(5));
    assertThat(due(crm)).as("the head alone").isEqualTo(1);
    assertThat(crm.deliver()).isEqualTo(300);
    assertThat(numbers).hasSize(300).isSorted();
  }

  @OnEveryStorage
  void one_of_a_batch_that_fails_undoes_itself_alone(TestCrm crm) {
    SpecimenId subject = subject(crm);
    AtomicBoolean fails = new AtomicBoolean(true);
    on(
        crm,
        Subscriber.LATER,
        (s, e) -> {
          long number = ((Measured) e.event()).number();
          s.get(Lab.class)
              .run(tx -> tx.store(LOG).insert(new LogLine(new TagId(tx.newId()), 0, "n" + number)));
          if (number == 3 && fails.get()) {
            throw new StackOverflowError("on purpose");
          }
        });
    Measured[] five = new Measured[5];
    java.util.Arrays.setAll(five, n -> Measured.of(subject, n + 1L));
    publish(crm, five);

    crm.deliver();
    assertThat(log(crm)).containsExactly("n1", "n2");

    fails.set(false);
    crm.clock().advance(Duration.ofSeconds(5));
    crm.deliver();
    assertThat(log(crm)).containsExactly("n1", "n2", "n3", "n4", "n5");
    assertThat(stored(crm)).isEmpty();
  }

  private static List<String> log(TestCrm crm) {
    return crm.get(Lab.class)
        .read(
            tx -> tx.store(LOG).all(Criteria.all()).stream().map(LogLine::line).sorted().toList());
  }

  @OnEveryStorage
  void an_event_of_an_older_version_is_lifted(TestCrm crm) {
    List<CrmEvent> heard = new ArrayList<>();
    on(crm, Subscriber.ANNEX, (s, e) -> heard.add(e.event()));
    SpecimenId subject = subject(crm);
    store(crm, weighed(crm, subject, 1, "{\"specimen\":\"" + subject.value() + "\",\"kilos\":2}"));
    store(crm, weighed(crm, subject, 2, "{\"specimen\":\"" + subject.value() + "\",\"grams\":5}"));
    publish(crm, new Weighed(subject, 7, "mine"));

    crm.deliver();

    assertThat(heard)
        .containsExactly(
            new Weighed(subject, 2_000, "unknown"),
            new Weighed(subject, 5, "unknown"),
            new Weighed(subject, 7, "mine"));
  }

  private static StoredEvent weighed(TestCrm crm, SpecimenId subject, int version, String content) {
    Instant now = crm.clock().instant();
    return new StoredEvent(
        new KernelId(crm.newId()),
        1,
        "lab.weighed",
        version,
        new Weighed(subject, 0, "").subject(),
        version,
        version,
        new Origin("somebody", null, now, now),
        RawJson.ofText(content));
  }

  private static Delivery store(TestCrm crm, StoredEvent event) {
    return store(crm, event, "annex.later");
  }

  private static Delivery store(TestCrm crm, StoredEvent event, String subscriber) {
    return crm.get(Lab.class)
        .run(
            event.id(),
            tx -> {
              Delivery delivery =
                  new Delivery(
                      new KernelId(tx.newId()),
                      1,
                      event.id(),
                      subscriber,
                      event.subject(),
                      new Turn(event.subjectVersion(), event.position()),
                      tx.now(),
                      new Attempts(WorkStatus.WAITING, 0, tx.now(), null));
              BelowTheGuard.insert(tx, KernelEntities.EVENTS, event);
              BelowTheGuard.insert(tx, KernelEntities.DELIVERIES, delivery);
              return delivery;
            });
  }

  @OnEveryStorage
  void the_order_is_that_of_the_subject_s_versions_whatever_the_clocks_of_nodes_say(TestCrm crm) {
    List<Long> heard = new ArrayList<>();
    on(crm, Subscriber.ANNEX, (s, e) -> heard.add(((Weighed) e.event()).grams()));
    SpecimenId subject = subject(crm);
    for (int version = 1; version <= 3; version++) {
      StoredEvent event =
          weighed(
              crm,
              subject,
              3,
              "{\"specimen\":\""
                  + subject.value()
                  + "\",\"grams\":"
                  + version
                  + ",\"scale\":\"s\"}");
      store(
          crm,
          new StoredEvent(
              event.id(),
              0,
              event.name(),
              3,
              event.subject(),
              version,
              1_000L - version,
              event.origin(),
              event.payload()));
    }

    crm.deliver();

    assertThat(heard).containsExactly(1L, 2L, 3L);
  }

  @OnEveryStorage
  void a_delivery_to_somebody_unknown_is_kept_and_does_not_fail(TestCrm crm) {
    SpecimenId subject = subject(crm);
    StoredEvent event =
        weighed(crm, subject, 2, "{\"specimen\":\"" + subject.value() + "\",\"grams\":5}");
    Delivery delivery = store(crm, event, "gone.subscriber");

    assertThat(crm.deliver()).isZero();
    assertThat(stored(crm)).containsExactly(delivery);

    crm.clock().advance(Duration.ofHours(1));
    crm.deliver();
    crm.deliver();
    assertThat(stored(crm))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.attempts().status()).isEqualTo(WorkStatus.SUSPENDED);
              assertThat(d.attempts().count()).isZero();
            });
    assertThat(due(crm)).isZero();
  }

  @OnEveryStorage
  void deliveries_to_a_module_that_is_off_wait_until_it_is_on_again(TestCrm crm) {
    List<Long> heard = new ArrayList<>();
    on(crm, Subscriber.ANNEX, (s, e) -> heard.add(((Weighed) e.event()).grams()));
    SpecimenId subject = subject(crm);
    publish(crm, new Weighed(subject, 1, "s"));
    crm.get(Modules.class).switchOff("annex");
    publish(crm, new Weighed(subject, 2, "s"));

    assertThat(crm.deliver()).isZero();
    crm.clock().advance(Duration.ofDays(3));
    assertThat(crm.deliver()).isZero();
    publish(crm, new Weighed(subject, 3, "s"));
    assertThat(crm.deliver()).isZero();
    assertThat(stored(crm)).allMatch(d -> d.attempts().count() == 0);

    crm.get(Modules.class).switchOn("annex");
    assertThat(crm.deliver()).isEqualTo(3);
    assertThat(heard).containsExactly(1L, 2L, 3L);
  }
}

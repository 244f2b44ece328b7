package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.value.Money;
import io.crmkit.core.kernel.lab.Grade;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks.Subscriber;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.LogLine;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.core.kernel.lab.TagId;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Durable subscribers: at least once, after the commit, in the order of each subject. */
@WithSetup(LabSetup.class)
class DeliveryTest {

  private static void on(
      TestCrm crm, Subscriber subscriber, EventHandler<? super CrmEvent> handler) {
    crm.setup(LabSetup.class).hooks().on(crm.tenant(), subscriber, handler);
  }

  private static String publish(CrmSession session, Measured... events) {
    return session
        .get(Lab.class)
        .run(
            List.of(events),
            tx -> {
              for (Measured event : events) {
                tx.publish(event);
              }
              return "done";
            });
  }

  private static SpecimenId subject(TestCrm crm) {
    return new SpecimenId(crm.newId());
  }

  private static List<Long> numbersHeard(TestCrm crm, Subscriber subscriber) {
    List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
    on(crm, subscriber, (s, e) -> numbers.add(((Measured) e.event()).number()));
    return numbers;
  }

  private static String log(CrmSession session, String line) {
    return session
        .get(Lab.class)
        .run(tx -> tx.store(LOG).insert(new LogLine(new TagId(tx.newId()), 0, line)).line());
  }

  private static long logged(TestCrm crm) {
    return crm.get(Lab.class).read(tx -> tx.store(LOG).count(Criteria.all()));
  }

  @OnEveryStorage
  void every_durable_subscriber_hears_after_the_commit_once(TestCrm crm) {
    List<Long> later = numbersHeard(crm, Subscriber.LATER);
    List<Long> alsoLater = numbersHeard(crm, Subscriber.ALSO_LATER);

    publish(crm.session(), Measured.of(subject(crm), 1));
    assertThat(later).as("before the delivery").isEmpty();

    assertThat(crm.deliver()).isEqualTo(2);
    assertThat(later).containsExactly(1L);
    assertThat(alsoLater).containsExactly(1L);
    assertThat(crm.deliver()).isZero();
    assertThat(later).hasSize(1);
  }

  @OnEveryStorage
  void an_event_comes_back_from_the_storage_as_it_was(TestCrm crm) {
    List<EventEnvelope<?>> heard = new ArrayList<>();
    List<String> actors = new ArrayList<>();
    on(
        crm,
        Subscriber.LATER,
        (s, e) -> {
          heard.add(e);
          actors.add(s.actor().id());
        });
    Measured event =
        new Measured(
            subject(crm),
            Long.MAX_VALUE,
            new Measured.Details(
                Money.of("12.3456", "CNY"),
                Instant.parse("2024-02-29T23:59:59.123456Z"),
                LocalDate.parse("2024-02-29"),
                Grade.POOR,
                List.of(Sample.of("样品 😀 \"quoted\"")),
                Map.of("键", "值\n")));
    Instant yesterday = crm.clock().instant().minusSeconds(86_400);
    publish(crm.session("lily").occurredAt(yesterday), event);
    Instant recorded = crm.clock().instant();
    crm.clock().advance(Duration.ofHours(3));

    crm.deliver();

    assertThat(heard).hasSize(1);
    EventEnvelope<?> envelope = heard.get(0);
    assertThat(envelope.event()).isEqualTo(event);
    assertThat(envelope.tenant()).isEqualTo(crm.tenant());
    assertThat(envelope.actor()).isEqualTo("lily");
    assertThat(envelope.occurredAt()).isEqualTo(yesterday);
    assertThat(envelope.recordedAt()).isEqualTo(recorded);
    assertThat(envelope.id()).isEqualTo(crm.envelopes().get(0).id());
    assertThat(actors).doesNotContain("lily");
  }

  @OnEveryStorage
  void events_of_one_subject_come_in_their_order(TestCrm crm) {
    List<Long> numbers = numbersHeard(crm, Subscriber.LATER);
    SpecimenId subject = subject(crm);
    for (long n = 1; n <= 9; n += 3) {
      publish(
          crm.session(),
          Measured.of(subject, n),
          Measured.of(subject, n + 1),
          Measured.of(subject, n + 2));
    }

    crm.deliver();

    assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  @OnEveryStorage
  void a_failed_delivery_holds_back_its_subject_but_no_other_and_is_tried_again(TestCrm crm) {
    SpecimenId broken = subject(crm);
    SpecimenId sound = subject(crm);
    List<Long> numbers = new ArrayList<>();
    List<Object> ids = new ArrayList<>();
    AtomicInteger failures = new AtomicInteger(2);
    on(
        crm,
        Subscriber.LATER,
        (s, e) -> {
          Measured measured = (Measured) e.event();
          if (measured.number() == 1) {
            ids.add(e.id());
            log(s, "undone when it fails");
            if (failures.getAndDecrement() > 0) {
              throw new IllegalStateException("on purpose");
            }
          }
          numbers.add(measured.number());
        });
    publish(crm.session(), Measured.of(broken, 1), Measured.of(broken, 2), Measured.of(sound, 3));

    crm.deliver();
    assertThat(numbers).as("the other subject goes on").containsExactly(3L);
    assertThat(logged(crm)).as("what the failed handler wrote").isZero();

    for (int i = 0; i < 20 && numbers.size() < 3; i++) {
      crm.clock().advance(Duration.ofHours(1));
      crm.deliver();
    }
    assertThat(numbers).containsExactly(3L, 1L, 2L);
    assertThat(ids).hasSize(3).containsOnly(ids.get(0));
    assertThat(logged(crm)).isEqualTo(1);
  }

  @OnEveryStorage
  void a_long_queue_behind_a_failed_delivery_holds_back_no_other_subject(TestCrm crm) {
    SpecimenId broken = subject(crm);
    SpecimenId sound = subject(crm);
    List<Long> numbers = new ArrayList<>();
    on(
        crm,
        Subscriber.LATER,
        (s, e) -> {
          Measured measured = (Measured) e.event();
          if (measured.specimen().equals(broken)) {
            throw new IllegalStateException("on purpose");
          }
          numbers.add(measured.number());
        });
    Measured[] many = new Measured[1_100];
    java.util.Arrays.setAll(many, n -> Measured.of(broken, n));
    publish(crm.session(), many);
    publish(crm.session(), Measured.of(sound, 7));

    crm.deliver();

    assertThat(numbers).containsExactly(7L);
  }

  @OnEveryStorage
  void a_failed_delivery_waits_before_it_is_tried_again(TestCrm crm) {
    AtomicInteger calls = new AtomicInteger();
    on(
        crm,
        Subscriber.LATER,
        (s, e) -> {
          calls.incrementAndGet();
          throw new IllegalStateException("on purpose");
        });
    publish(crm.session(), Measured.of(subject(crm), 1));

    crm.deliver();
    crm.deliver();
    crm.deliver();

    assertThat(calls).hasValue(1);
  }

  @OnEveryStorage
  void one_subscriber_s_failure_is_nothing_to_another(TestCrm crm) {
    on(
        crm,
        Subscriber.LATER,
        (s, e) -> {
          throw new IllegalStateException("on purpose");
        });
    List<Long> numbers = numbersHeard(crm, Subscriber.ALSO_LATER);
    SpecimenId subject = subject(crm);
    publish(crm.session(), Measured.of(subject, 1), Measured.of(subject, 2));

    assertThat(crm.deliver()).isEqualTo(2);

    assertThat(numbers).containsExactly(1L, 2L);
  }

  @OnEveryStorage
  void a_hopeless_delivery_is_parked(TestCrm crm) {
    AtomicInteger calls = new AtomicInteger();
    on(
        crm,
        Subscriber.LATER,
        (s, e) -> {
          calls.incrementAndGet();
          throw new IllegalStateException("on purpose");
        });
    publish(crm.session(), Measured.of(subject(crm), 1));

    for (int i = 0; i < 60; i++) {
      crm.deliver();
      crm.clock().advance(Duration.ofDays(2));
    }
    int until = calls.get();
    assertThat(until).isBetween(3, 50);
    crm.clock().advance(Duration.ofDays(1000));
    crm.deliver();

    assertThat(calls).hasValue(until);
  }

  @OnEveryStorage
  void nothing_is_delivered_of_what_was_rolled_back(TestCrm crm) {
    List<Long> numbers = numbersHeard(crm, Subscriber.LATER);
    try (CrmTransaction host = crm.crm().begin()) {
      publish(crm.session().join(host), Measured.of(subject(crm), 1));
      assertThat(crm.deliver()).as("by others, while it is open").isZero();
      host.rollback();
    }
    assertThatThrownBy(
            () ->
                crm.session()
                    .transaction(
                        s -> {
                          publish(s, Measured.of(subject(crm), 2));
                          throw new IllegalStateException("on purpose");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(crm.deliver()).isZero();
    assertThat(numbers).isEmpty();
  }

  @OnEveryStorage
  void within_a_transaction_its_own_events_can_be_delivered(TestCrm crm) {
    on(crm, Subscriber.LATER, (s, e) -> log(s, "heard"));

    crm.session()
        .transaction(
            s -> {
              publish(s, Measured.of(subject(crm), 1));
              assertThat(s.deliver()).isEqualTo(2);
              assertThat(s.get(Lab.class).<Long>read(tx -> tx.store(LOG).count(Criteria.all())))
                  .isEqualTo(1);
              assertThat(logged(crm)).as("seen from outside").isZero();
              return "done";
            });

    assertThat(logged(crm)).isEqualTo(1);
    assertThat(crm.deliver()).isZero();
  }

  @OnEveryStorage
  void a_delivery_within_a_transaction_is_undone_with_it(TestCrm crm) {
    AtomicInteger calls = new AtomicInteger();
    on(
        crm,
        Subscriber.LATER,
        (s, e) -> {
          calls.incrementAndGet();
          log(s, "heard");
        });
    publish(crm.session(), Measured.of(subject(crm), 1));
    try (CrmTransaction host = crm.crm().begin()) {
      assertThat(crm.session().join(host).deliver()).isEqualTo(2);
      host.rollback();
    }
    assertThat(logged(crm)).isZero();

    assertThat(crm.deliver()).isEqualTo(2);
    assertThat(logged(crm)).isEqualTo(1);
    assertThat(calls).hasValue(2);
  }

  @OnEveryStorage
  void what_a_durable_subscriber_publishes_is_delivered_as_well(TestCrm crm) {
    List<Long> numbers = new ArrayList<>();
    on(
        crm,
        Subscriber.LATER,
        (s, e) -> {
          Measured measured = (Measured) e.event();
          numbers.add(measured.number());
          if (measured.number() < 3) {
            publish(s, Measured.of(measured.specimen(), measured.number() + 1));
          }
        });
    publish(crm.session(), Measured.of(subject(crm), 1));

    crm.deliver();

    assertThat(numbers).containsExactly(1L, 2L, 3L);
  }

  @OnEveryStorage
  void threads_that_deliver_at_once_share_the_work(TestCrm crm) {
    on(crm, Subscriber.LATER, (s, e) -> log(s, "n" + ((Measured) e.event()).number()));
    for (int i = 0; i < 12; i++) {
      SpecimenId subject = subject(crm);
      publish(crm.session(), Measured.of(subject, i), Measured.of(subject, 100 + i));
    }

    Race<Integer> race = Race.of(3, i -> crm.deliver());

    race.allWon();
    crm.deliver();
    assertThat(logged(crm)).isEqualTo(24);
  }

  @OnEveryStorage
  void the_crm_delivers_for_every_tenant(TestCrm crm) {
    TestCrm other = crm.otherTenant();
    List<Long> mine = numbersHeard(crm, Subscriber.LATER);
    List<Long> theirs = numbersHeard(other, Subscriber.LATER);
    publish(crm.session(), Measured.of(subject(crm), 1));
    publish(other.session(), Measured.of(subject(crm), 2));

    assertThat(crm.deliver()).as("only this tenant's").isEqualTo(2);
    assertThat(theirs).isEmpty();
    crm.crm().deliver();

    assertThat(mine).containsExactly(1L);
    assertThat(theirs).containsExactly(2L);
  }
}

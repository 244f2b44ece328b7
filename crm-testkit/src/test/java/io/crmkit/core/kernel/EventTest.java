package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LOG;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks.Subscriber;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.LogLine;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Retold;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.core.kernel.lab.TagId;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Subscribers in the transaction: at the end of the command, and undone with it. */
@WithSetup(LabSetup.class)
class EventTest {

  private static void on(
      TestCrm crm, Subscriber subscriber, EventHandler<? super CrmEvent> handler) {
    crm.setup(LabSetup.class).hooks().on(crm.tenant(), subscriber, handler);
  }

  /** Publishes the event from a command, and says so in the story before and after. */
  private static String measure(CrmSession session, List<String> story, long number) {
    return session
        .get(Lab.class)
        .run(
            number,
            tx -> {
              story.add("begin " + number);
              tx.publish(Measured.of(new SpecimenId(tx.newId()), number));
              story.add("end " + number);
              return "done";
            });
  }

  private static List<String> heard(TestCrm crm) {
    List<String> story = new ArrayList<>();
    on(crm, Subscriber.AT_ONCE, (s, e) -> story.add("heard " + ((Measured) e.event()).number()));
    return story;
  }

  @OnEveryStorage
  void a_subscriber_runs_at_the_end_of_the_command_that_the_host_called(TestCrm crm) {
    List<String> story = heard(crm);

    measure(crm.session(), story, 1);

    assertThat(story).containsExactly("begin 1", "end 1", "heard 1");
  }

  @OnEveryStorage
  void subscribers_of_a_nested_command_run_at_the_end_of_the_outer_one(TestCrm crm) {
    List<String> story = heard(crm);

    crm.get(Lab.class)
        .run(
            tx -> {
              measure(tx.session(), story, 1);
              story.add("end of the outer");
              return "done";
            });

    assertThat(story).containsExactly("begin 1", "end 1", "end of the outer", "heard 1");
  }

  @OnEveryStorage
  void it_is_the_same_grouped_and_joined(TestCrm crm) {
    List<String> story = heard(crm);
    List<String> expected = List.of("begin 1", "end 1", "heard 1", "begin 2", "end 2", "heard 2");

    crm.session()
        .transaction(
            s -> {
              measure(s, story, 1);
              return measure(s, story, 2);
            });
    assertThat(story).isEqualTo(expected);

    story.clear();
    crm.joined(
        s -> {
          measure(s, story, 1);
          return measure(s, story, 2);
        });
    assertThat(story).isEqualTo(expected);
  }

  @OnEveryStorage
  void a_failing_subscriber_undoes_the_command(TestCrm crm) {
    on(
        crm,
        Subscriber.AT_ONCE,
        (s, e) -> {
          s.get(Lab.class).add("by the subscriber");
          throw new IllegalStateException("on purpose");
        });
    Fingerprint before = crm.fingerprint();

    assertThatThrownBy(
            () ->
                crm.get(Lab.class)
                    .run(
                        tx -> {
                          Specimen added =
                              tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "one"));
                          tx.publish(Measured.of(added.id(), 1));
                          return added;
                        }))
        .hasStackTraceContaining("on purpose");

    assertThat(crm.fingerprint()).isEqualTo(before);
    assertThat(crm.deliver()).isZero();
  }

  @OnEveryStorage
  void a_failing_subscriber_undoes_only_its_command_in_a_group(TestCrm crm) {
    on(
        crm,
        Subscriber.AT_ONCE,
        (s, e) -> {
          throw new IllegalStateException("on purpose");
        });

    crm.session()
        .transaction(
            s -> {
              s.get(Lab.class).add("before");
              assertThatThrownBy(() -> measure(s, new ArrayList<>(), 1))
                  .hasStackTraceContaining("on purpose");
              return s.get(Lab.class).add("after");
            });

    assertThat(crm.get(Lab.class).count()).isEqualTo(2);
  }

  @OnEveryStorage
  void a_subscriber_sees_what_the_command_wrote_and_writes_with_it(TestCrm crm) {
    on(
        crm,
        Subscriber.AT_ONCE,
        (s, e) -> {
          Lab lab = s.get(Lab.class);
          Specimen seen = lab.load(((Measured) e.event()).specimen());
          lab.save(seen, seen.withTotal(99));
        });

    Specimen added =
        crm.get(Lab.class)
            .run(
                tx -> {
                  Specimen one = tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "one"));
                  tx.publish(Measured.of(one.id(), 1));
                  return one;
                });

    assertThat(crm.get(Lab.class).load(added.id()).measures().total()).isEqualTo(99);
  }

  @OnEveryStorage
  void what_a_subscriber_publishes_is_heard_too(TestCrm crm) {
    List<String> story = new ArrayList<>();
    on(
        crm,
        Subscriber.AT_ONCE,
        (s, e) -> {
          Measured measured = (Measured) e.event();
          s.get(Lab.class)
              .run(
                  tx -> {
                    tx.publish(new Retold(measured.specimen(), measured.number()));
                    return "done";
                  });
        });
    on(crm, Subscriber.RETOLD_AT_ONCE, (s, e) -> story.add("retold"));

    measure(crm.session(), new ArrayList<>(), 1);

    assertThat(story).containsExactly("retold");
    assertThat(crm.events()).hasSize(2);
  }

  @OnEveryStorage
  void an_envelope_tells_who_and_when(TestCrm crm) {
    List<EventEnvelope<?>> envelopes = new ArrayList<>();
    List<Actor> actors = new ArrayList<>();
    on(
        crm,
        Subscriber.AT_ONCE,
        (s, e) -> {
          envelopes.add(e);
          actors.add(s.actor());
        });
    Instant yesterday = crm.clock().instant().minusSeconds(86_400);

    measure(crm.session("lily").occurredAt(yesterday), new ArrayList<>(), 1);
    measure(crm.session("lily"), new ArrayList<>(), 2);

    assertThat(envelopes).hasSize(2);
    EventEnvelope<?> first = envelopes.get(0);
    assertThat(first.tenant()).isEqualTo(crm.tenant());
    assertThat(first.actor()).isEqualTo("lily");
    assertThat(first.occurredAt()).isEqualTo(yesterday);
    assertThat(first.recordedAt()).isEqualTo(crm.clock().instant());
    assertThat(envelopes.get(1).occurredAt()).isEqualTo(crm.clock().instant());
    assertThat(envelopes.get(1).id()).isNotEqualTo(first.id());
    assertThat(actors).extracting(Actor::id).containsOnly("lily");
  }

  @OnEveryStorage
  void events_are_heard_in_the_order_they_were_published(TestCrm crm) {
    List<Long> numbers = new ArrayList<>();
    on(crm, Subscriber.AT_ONCE, (s, e) -> numbers.add(((Measured) e.event()).number()));

    crm.get(Lab.class)
        .run(
            tx -> {
              SpecimenId subject = new SpecimenId(tx.newId());
              for (long n = 1; n <= 20; n++) {
                tx.publish(Measured.of(subject, n));
              }
              return "done";
            });

    assertThat(numbers)
        .containsExactly(
            1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L,
            20L);
  }

  @OnEveryStorage
  void nothing_is_heard_of_a_nested_command_that_failed(TestCrm crm) {
    List<String> story = heard(crm);

    crm.get(Lab.class)
        .run(
            tx -> {
              assertThatThrownBy(
                      () ->
                          tx.session()
                              .get(Lab.class)
                              .run(
                                  inner -> {
                                    inner.publish(Measured.of(new SpecimenId(tx.newId()), 7));
                                    throw new IllegalStateException("on purpose");
                                  }))
                  .isInstanceOf(IllegalStateException.class);
              return measure(tx.session(), story, 8);
            });

    assertThat(story).containsExactly("begin 8", "end 8", "heard 8");
    assertThat(crm.deliver()).isEqualTo(2);
  }

  @OnEveryStorage
  void a_host_that_rolls_back_takes_the_subscribers_writes_along(TestCrm crm) {
    on(
        crm,
        Subscriber.AT_ONCE,
        (s, e) ->
            s.get(Lab.class)
                .run(tx -> tx.store(LOG).insert(new LogLine(new TagId(tx.newId()), 0, "x"))));
    try (CrmTransaction host = crm.crm().begin()) {
      measure(crm.session().join(host), new ArrayList<>(), 1);
      host.rollback();
    }
    assertThat(crm.get(Lab.class).<Long>read(tx -> tx.store(LOG).count(Criteria.all()))).isZero();
    assertThat(crm.deliver()).isZero();
    assertThat(crm.events()).isEmpty();
  }
}

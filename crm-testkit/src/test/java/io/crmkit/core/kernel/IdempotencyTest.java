package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.access.Access;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Refused;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.work.KernelReason;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A command with a key is done at most once. */
@WithSetup(LabSetup.class)
class IdempotencyTest {

  private static final int RIVALS = 64;

  private record Order(String word, int count) {}

  /** Makes a specimen with an id of the kernel's choice. */
  private static Specimen make(CrmSession session, Order order) {
    return session
        .get(Lab.class)
        .run(
            order,
            tx -> {
              Specimen added =
                  tx.store(SPECIMENS)
                      .insert(
                          Specimen.of(tx.newId(), order.word() + tx.newId())
                              .withTotal(order.count())
                              .withSamples(Sample.of(order.word())));
              tx.publish(Measured.of(added.id(), 1));
              return added;
            });
  }

  @OnEveryStorage
  void the_same_key_and_content_gives_the_same_record(TestCrm crm) {
    Specimen first = make(crm.session().once("key"), new Order("a", 1));
    Fingerprint before = crm.fingerprint();

    Specimen again = make(crm.session().once("key"), new Order("a", 1));

    assertThat(again).isEqualTo(first);
    assertThat(crm.fingerprint()).isEqualTo(before);
    assertThat(crm.events()).hasSize(1);
  }

  @OnEveryStorage
  void the_same_key_with_other_content_is_refused(TestCrm crm) {
    make(crm.session().once("key"), new Order("a", 1));
    Fingerprint before = crm.fingerprint();

    assertThatThrownBy(() -> make(crm.session().once("key"), new Order("a", 2)))
        .isInstanceOf(Refused.class);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void other_keys_and_no_key_are_other_commands(TestCrm crm) {
    make(crm.session().once("key"), new Order("a", 1));
    make(crm.session().once("KEY"), new Order("a", 1));
    make(crm.session().once("key "), new Order("a", 1));
    make(crm.session(), new Order("a", 1));

    assertThat(crm.get(Lab.class).count()).isEqualTo(4);
  }

  @OnEveryStorage
  void a_failed_command_leaves_its_key_free(TestCrm crm) {
    assertThatThrownBy(
            () ->
                crm.session()
                    .once("key")
                    .get(Lab.class)
                    .run(
                        new Order("a", 1),
                        tx -> {
                          throw new IllegalStateException("on purpose");
                        }))
        .isInstanceOf(IllegalStateException.class);

    make(crm.session().once("key"), new Order("b", 2));
    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
  }

  @OnEveryStorage
  void both_arriving_at_once_make_one(TestCrm crm) {
    for (int round = 0; round < 5; round++) {
      String key = "key " + round;

      Race<Specimen> race = Race.of(3, i -> make(crm.session().once(key), new Order("a", 1)));

      assertThat(race.lost()).allMatch(Conflict.class::isInstance);
      assertThat(race.won()).isNotEmpty();
      assertThat(race.won()).extracting(Specimen::id).containsOnly(race.won().get(0).id());
      assertThat(crm.get(Lab.class).count()).isEqualTo(round + 1);
    }
  }

  @OnEveryStorage
  void a_key_holds_inside_host_transactions_too(TestCrm crm) {
    Specimen first = crm.joined(s -> make(s.once("key"), new Order("a", 1)));
    Specimen again = crm.joined(s -> make(s.once("key"), new Order("a", 1)));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
  }

  @OnEveryStorage
  void a_key_belongs_to_its_tenant(TestCrm crm) {
    TestCrm other = crm.otherTenant();
    make(crm.session().once("key"), new Order("a", 1));
    make(other.session().once("key"), new Order("b", 2));

    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
    assertThat(other.get(Lab.class).count()).isEqualTo(1);
  }

  @OnEveryStorage
  void the_key_is_for_the_command_called_not_for_those_within_it(TestCrm crm) {
    for (int i = 0; i < 2; i++) {
      crm.session()
          .once("key")
          .get(Lab.class)
          .run(
              "outer",
              tx -> {
                make(tx.session(), new Order("a", 1));
                return make(tx.session(), new Order("b", 1));
              });
    }
    assertThat(crm.get(Lab.class).count()).isEqualTo(2);
  }

  @OnEveryStorage
  void a_key_has_1_to_200_characters(TestCrm crm) {
    make(crm.session().once("x".repeat(200)), new Order("a", 1));

    for (String bad : new String[] {"", "x".repeat(201)}) {
      assertThatThrownBy(() -> make(crm.session().once(bad), new Order("a", 1)))
          .isInstanceOf(RuntimeException.class);
    }
    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
  }

  /** Makes one when all rivals are there: until then the first holds the key. */
  private static Specimen makeAmong(AtomicInteger arrived, CrmSession session) {
    Order order = new Order("a", 1);
    return session
        .get(Lab.class)
        .run(
            order,
            tx -> {
              while (arrived.get() < RIVALS) {
                Thread.onSpinWait();
              }
              return make(tx.session(), order);
            });
  }

  @OnEveryStorage
  void sixty_four_at_once_make_one_and_all_get_it(TestCrm crm) {
    AtomicInteger arrived = new AtomicInteger();

    Race<Specimen> race =
        Race.of(
            RIVALS,
            i -> {
              arrived.incrementAndGet();
              return makeAmong(arrived, crm.session().once("key"));
            });

    assertThat(race.lost()).allMatch(Conflict.class::isInstance);
    assertThat(race.won()).hasSizeGreaterThan(RIVALS / 2);
    assertThat(race.won()).containsOnly(race.won().get(0));
    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
    assertThat(crm.events()).hasSize(1);
  }

  @OnEveryStorage
  void sixty_four_host_transactions_at_once_make_one(TestCrm crm) {
    AtomicInteger arrived = new AtomicInteger();

    Race<Specimen> race =
        Race.of(
            RIVALS,
            i -> {
              arrived.incrementAndGet();
              return crm.joined(
                  s -> {
                    s.get(Lab.class).count();
                    return makeAmong(arrived, s.once("key"));
                  });
            });

    assertThat(race.lost()).allMatch(Conflict.class::isInstance);
    assertThat(race.won()).hasSizeGreaterThan(RIVALS / 2);
    assertThat(race.won()).containsOnly(race.won().get(0));
    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
  }

  @OnEveryStorage
  void a_key_whose_transaction_is_rolled_back_is_free_for_those_who_wait(TestCrm crm) {
    Race<String> race =
        Race.of(
            6,
            i -> {
              while (true) {
                try (CrmTransaction host = crm.crm().begin()) {
                  make(crm.session().join(host).once("key"), new Order("a", 1));
                  if (i % 2 == 0) {
                    host.commit();
                  }
                  return "done";
                } catch (Conflict e) {
                  // A rollback may set those who wait against each other: the host tries again.
                }
              }
            });

    assertThat(race.lost()).isEmpty();
    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
    assertThat(crm.events()).hasSize(1);
  }

  private static List<Object> makeSeveral(CrmSession session, List<String> words) {
    return session
        .get(Lab.class)
        .run(
            words,
            tx -> {
              List<Object> made = new ArrayList<>();
              for (String word : words) {
                made.add(tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), word)));
              }
              made.add(new Order("summary", words.size()));
              made.add("text");
              return made;
            });
  }

  @OnEveryStorage
  void a_list_is_answered_again_with_its_records_as_they_stand(TestCrm crm) {
    List<Object> first = makeSeveral(crm.session().once("key"), List.of("a", "b"));
    Specimen a = (Specimen) first.get(0);
    Specimen changed = crm.get(Lab.class).save(a, a.withTotal(9));
    Fingerprint before = crm.fingerprint();

    List<Object> again = makeSeveral(crm.session().once("key"), List.of("a", "b"));

    assertThat(again).containsExactly(changed, first.get(1), new Order("summary", 2), "text");
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void what_can_be_neither_loaded_nor_written_down_is_refused_and_undone(TestCrm crm) {
    Fingerprint before = crm.fingerprint();

    for (Object answer : List.of(5, List.of(List.of("nested")), Set.of("a"))) {
      assertThatThrownBy(
              () ->
                  crm.session()
                      .once("key")
                      .get(Lab.class)
                      .run(
                          "input",
                          tx -> {
                            tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "undone"));
                            return answer;
                          }))
          .isInstanceOfSatisfying(
              InvalidInput.class, e -> assertThat(e.faults().get(0).path()).isEqualTo("key"));
    }
    assertThat(crm.get(Lab.class).count()).isZero();
    assertThat(crm.fingerprint().rows().keySet())
        .allMatch(t -> before.rows().containsKey(t) || t.equals("crm_lock"));
  }

  @OnEveryStorage
  void another_actor_gets_the_same_record_if_he_may_see_it(TestCrm crm) {
    Specimen first = make(crm.session("lily").once("key"), new Order("a", 1));

    assertThat(make(crm.session("wang").once("key"), new Order("a", 1))).isEqualTo(first);

    crm.policy(
        r ->
            r.actor().id().equals("wang") && r.entity() == Specimen.class
                ? Access.only(LABEL.eq("nothing"))
                : Access.allow());
    assertThatThrownBy(() -> make(crm.session("wang").once("key"), new Order("a", 1)))
        .isInstanceOf(NotFound.class);
    assertThat(make(crm.session("lily").once("key"), new Order("a", 1))).isEqualTo(first);
    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
  }

  @OnEveryStorage
  void an_answer_that_is_no_record_is_for_the_actor_who_made_it(TestCrm crm) {
    List<Object> first = makeSeveral(crm.session("lily").once("key"), List.of("a"));

    assertThat(makeSeveral(crm.session("lily").once("key"), List.of("a"))).isEqualTo(first);
    assertRefused(
        () -> makeSeveral(crm.session("wang").once("key"), List.of("a")),
        KernelReason.IDEMPOTENCY_KEY_OF_ANOTHER);
  }
}

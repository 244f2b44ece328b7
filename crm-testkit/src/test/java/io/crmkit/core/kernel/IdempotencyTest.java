package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.Refused;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;

/** A command with a key is done at most once. */
@WithSetup(LabSetup.class)
class IdempotencyTest {

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
}

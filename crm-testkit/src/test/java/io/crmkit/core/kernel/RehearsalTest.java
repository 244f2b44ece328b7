package io.crmkit.core.kernel;

import static io.crmkit.testkit.CrmAssertions.assertReasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabEntities;
import io.crmkit.core.kernel.lab.LabReason;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;

/** Asking beforehand tells every reason and changes nothing. */
@WithSetup(LabSetup.class)
class RehearsalTest {

  @OnEveryStorage
  void every_reason_is_told_and_nothing_changes(TestCrm crm) {
    Specimen present = crm.get(Lab.class).add("present");
    Fingerprint before = crm.fingerprint();

    List<Reason> reasons =
        crm.session()
            .rehearse(
                s -> {
                  s.get(Lab.class).add("added on trial");
                  return s.get(Lab.class)
                      .run(
                          tx ->
                              tx.store(LabEntities.SPECIMENS)
                                  .save(
                                      present,
                                      Decision.<Specimen>reject(
                                          Reason.of(LabReason.TOO_HEAVY).with("weight", 12),
                                          Reason.of(LabReason.TOO_OLD))));
                });

    assertReasons(reasons, LabReason.TOO_HEAVY, LabReason.TOO_OLD);
    assertThat(reasons.get(0).details()).containsEntry("weight", "12");
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void no_reason_means_it_would_succeed_and_nothing_changes(TestCrm crm) {
    crm.get(Lab.class).add("present");
    Fingerprint before = crm.fingerprint();

    List<Reason> reasons =
        crm.session()
            .rehearse(
                s -> {
                  Specimen added = s.get(Lab.class).add("on trial");
                  s.get(Lab.class)
                      .run(
                          tx -> {
                            tx.publish(Measured.of(added.id(), 1));
                            return tx.nextNumber("lab.number");
                          });
                  return added;
                });

    assertThat(reasons).isEmpty();
    assertThat(crm.fingerprint()).isEqualTo(before);
    assertThat(crm.deliver()).isZero();
    assertThat(crm.events()).isEmpty();
    assertThat(crm.get(Lab.class).<Long>run(tx -> tx.nextNumber("lab.number"))).isEqualTo(1);
  }

  @OnEveryStorage
  void a_taken_key_is_a_reason(TestCrm crm) {
    crm.get(Lab.class).add("taken");

    assertReasons(
        crm.session().rehearse(s -> s.get(Lab.class).add("taken")), LabReason.LABEL_TAKEN);
  }

  @OnEveryStorage
  void a_rehearsal_uses_up_no_key(TestCrm crm) {
    crm.session().rehearse(s -> s.once("key").get(Lab.class).add("one"));

    crm.session().once("key").get(Lab.class).add("two");

    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
  }

  @OnEveryStorage
  void within_a_transaction_only_the_rehearsal_is_undone(TestCrm crm) {
    List<Reason> reasons =
        crm.session()
            .transaction(
                s -> {
                  s.get(Lab.class).add("before");
                  List<Reason> why =
                      s.rehearse(
                          r -> {
                            r.get(Lab.class).add("on trial");
                            throw Refused.because(Reason.of(LabReason.TOO_OLD));
                          });
                  s.get(Lab.class).add("after");
                  return why;
                });

    assertReasons(reasons, LabReason.TOO_OLD);
    assertThat(crm.get(Lab.class).count()).isEqualTo(2);
  }
}

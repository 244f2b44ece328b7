package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.LOG;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.audit.AuditEntry.Operation;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Money;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.LogLine;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.core.kernel.lab.TagId;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Every write is told of: who, when, what changed, and why. */
@WithSetup(LabSetup.class)
class AuditTest {

  private static List<AuditEntry> history(TestCrm crm, SpecimenId id) {
    return crm.get(AuditLog.class).historyOf(EntityRef.of("lab.specimen", id));
  }

  private static FieldChange change(String path, String before, String after) {
    return new FieldChange(path, before, after, false);
  }

  @OnEveryStorage
  void a_new_record_is_audited_with_every_value_it_has(TestCrm crm) {
    Specimen added =
        crm.get(Lab.class)
            .add(Specimen.of(crm.newId(), "new").withSamples(Sample.of("s")).withTotal(3));

    AuditEntry entry = history(crm, added.id()).get(0);

    assertThat(history(crm, added.id())).hasSize(1);
    assertThat(entry.operation()).isEqualTo(Operation.CREATED);
    assertThat(entry.subjectVersion()).isEqualTo(1);
    assertThat(entry.changes())
        .contains(
            new FieldChange("label", null, "new", true),
            change("measures.total", null, "3"),
            change("samples[0].code", null, "s"))
        .extracting(FieldChange::path)
        .doesNotContain("id", "version", "extras.remark");
  }

  @OnEveryStorage
  void a_change_is_audited_with_what_changed_and_nothing_else(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen before =
        lab.add(Specimen.of(crm.newId(), "old").withSamples(Sample.of("a"), Sample.of("b")));

    lab.save(
        before,
        before
            .withLabel("neu 新")
            .withExtras(
                new Specimen.Extras(
                    "r", null, null, Money.of("1.5", "EUR"), null, null, null, null))
            .withSamples(Sample.of("c")));

    AuditEntry entry = history(crm, before.id()).get(1);
    assertThat(entry.operation()).isEqualTo(Operation.CHANGED);
    assertThat(entry.subjectVersion()).isEqualTo(2);
    assertThat(entry.changes())
        .containsExactlyInAnyOrder(
            new FieldChange("label", "old", "neu 新", true),
            change("extras.remark", null, "r"),
            change("extras.price.amount", null, "1.5"),
            change("extras.price.currency", null, "EUR"),
            change("samples[0].code", "a", "c"),
            change("samples[1].code", "b", null),
            change("samples[1].grade", "FINE", null));
  }

  @OnEveryStorage
  void a_deletion_is_audited_with_what_was_lost(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen added = lab.add("gone");
    lab.run(
        tx -> {
          tx.store(SPECIMENS).delete(tx.store(SPECIMENS).get(added.id()));
          return "done";
        });

    List<AuditEntry> history = history(crm, added.id());
    assertThat(history)
        .extracting(AuditEntry::operation)
        .containsExactly(Operation.CREATED, Operation.DELETED);
    assertThat(history.get(1).changes()).contains(new FieldChange("label", "gone", null, true));
  }

  @OnEveryStorage
  void an_entry_tells_who_when_and_why(TestCrm crm) {
    Instant occurred = Instant.parse("2025-12-24T18:00:00.123456Z");
    CrmSession session =
        crm.session(Actor.of("lily").actingFor("王伟"))
            .occurredAt(occurred)
            .because("the customer called")
            .correlatedBy("erp-4711");
    Specimen added = session.get(Lab.class).add("one");

    AuditEntry entry = history(crm, added.id()).get(0);

    assertThat(entry.caller())
        .isEqualTo(
            new AuditEntry.Caller("lab.do", "lily", "王伟", "the customer called", "erp-4711"));
    assertThat(entry.times()).isEqualTo(new AuditEntry.Times(occurred, crm.clock().instant()));
    assertThat(entry.subject()).isEqualTo(EntityRef.of("lab.specimen", added.id()));
  }

  @OnEveryStorage
  void unless_said_otherwise_it_happened_when_it_was_recorded(TestCrm crm) {
    Specimen added = crm.get(Lab.class).add("one");
    crm.clock().advance(Duration.ofMinutes(3));
    crm.get(Lab.class).save(added, added.withTotal(4));

    List<AuditEntry> history = history(crm, added.id());
    assertThat(history)
        .allSatisfy(e -> assertThat(e.times().occurredAt()).isEqualTo(e.times().recordedAt()));
    assertThat(history.get(1).times().recordedAt()).isEqualTo(crm.clock().instant());
    assertThat(history.get(1).caller().reason()).isNull();
  }

  @OnEveryStorage
  void history_comes_in_the_order_of_the_writes(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen now = lab.add("one");
    for (int i = 2; i <= 12; i++) {
      now = lab.save(now, now.withTotal(100 + i));
    }
    assertThat(history(crm, now.id()))
        .extracting(AuditEntry::subjectVersion)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
  }

  @OnEveryStorage
  void every_record_of_a_command_is_audited_and_none_of_a_failed_one(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen present = lab.add("present");
    SpecimenId[] half = new SpecimenId[1];
    assertThatThrownBy(
            () ->
                lab.run(
                    tx -> {
                      half[0] = tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "half")).id();
                      tx.store(SPECIMENS).save(present, present.withTotal(9));
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(history(crm, present.id())).hasSize(1);
    assertThat(history(crm, half[0])).isEmpty();
  }

  @OnEveryStorage
  void a_record_that_is_a_log_itself_leaves_no_entry(TestCrm crm) {
    LogLine line =
        crm.get(Lab.class)
            .run(tx -> tx.store(LOG).insert(new LogLine(new TagId(tx.newId()), 0, "line")));

    assertThat(crm.get(AuditLog.class).historyOf(EntityRef.of("lab.log", line.id()))).isEmpty();
  }

  @OnEveryStorage
  void the_history_of_a_hidden_record_is_hidden(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen seen = lab.add("seen");
    Specimen hidden = lab.add("hidden");
    crm.policy(r -> r.entity() == Specimen.class ? Access.only(LABEL.eq("seen")) : Access.allow());

    assertThat(history(crm, seen.id())).hasSize(1);
    assertThatThrownBy(() -> history(crm, hidden.id())).isInstanceOf(NotFound.class);
  }

  @OnEveryStorage
  void the_history_of_another_tenant_s_record_is_not_found(TestCrm crm) {
    Specimen theirs = crm.otherTenant().get(Lab.class).add("theirs");

    assertThatThrownBy(() -> assertThat(history(crm, theirs.id())).isNotEmpty())
        .isInstanceOfAny(NotFound.class, AssertionError.class);
  }
}

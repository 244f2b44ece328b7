package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.KEEPER;
import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.LOG;
import static io.crmkit.core.kernel.lab.LabEntities.SIGHTINGS;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.core.kernel.lab.LabEntities.TAGS;
import static io.crmkit.testkit.CrmAssertions.assertReasons;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.HostTransaction;
import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabReason;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.LogLine;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Sighting;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.Tag;
import io.crmkit.core.kernel.lab.TagId;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Many records saved at once are each saved as one by one, at the cost of a few statements. */
@WithSetup(LabSetup.class)
class SaveAllTest {

  private static List<Specimen> specimens(TestCrm crm, int count) {
    return crm.get(Lab.class)
        .run(
            tx -> {
              List<Specimen> all = new ArrayList<>();
              for (int i = 0; i < count; i++) {
                all.add(Specimen.of(tx.newId(), "old " + i));
              }
              return tx.store(SPECIMENS).insertAll(all);
            });
  }

  private static List<Change<Specimen>> relabelled(List<Specimen> specimens, String prefix) {
    List<Change<Specimen>> changes = new ArrayList<>();
    for (int i = 0; i < specimens.size(); i++) {
      changes.add(Change.of(specimens.get(i), specimens.get(i).withLabel(prefix + i)));
    }
    return changes;
  }

  private static List<Specimen> saveAll(TestCrm crm, List<Change<Specimen>> changes) {
    return crm.get(Lab.class).run(tx -> tx.store(SPECIMENS).saveAll(changes));
  }

  @OnEveryStorage
  void each_gets_its_new_version_and_its_own_audit(TestCrm crm) {
    List<Specimen> before = specimens(crm, 3);

    List<Specimen> after = saveAll(crm, relabelled(before, "new "));

    assertThat(after).extracting(Specimen::label).containsExactly("new 0", "new 1", "new 2");
    assertThat(after).extracting(Specimen::version).containsOnly(2L);
    for (Specimen specimen : after) {
      assertThat(crm.get(Lab.class).load(specimen.id())).isEqualTo(specimen);
      List<AuditEntry> audit =
          crm.get(AuditLog.class).historyOf(EntityRef.of("lab.specimen", specimen.id()));
      assertThat(audit)
          .extracting(AuditEntry::operation)
          .containsExactlyInAnyOrder(AuditEntry.Operation.CREATED, AuditEntry.Operation.CHANGED);
    }
  }

  @OnEveryStorage
  void one_that_is_as_it_was_is_not_written_again(TestCrm crm) {
    List<Specimen> before = specimens(crm, 2);

    List<Specimen> after =
        saveAll(
            crm,
            List.of(
                Change.of(before.get(0), before.get(0)),
                Change.of(before.get(1), before.get(1).withTotal(7))));

    assertThat(after.get(0)).isEqualTo(before.get(0));
    assertThat(after.get(1).version()).isEqualTo(2);
    assertThat(saveAll(crm, List.of())).isEmpty();
  }

  @OnEveryStorage
  void events_are_told_in_the_order_of_the_changes(TestCrm crm) {
    List<Specimen> before = specimens(crm, 3);

    saveAll(
        crm,
        List.of(
            Change.of(before.get(2), before.get(2).withTotal(1), measured(before.get(2))),
            Change.of(before.get(0), before.get(0), measured(before.get(0))),
            Change.of(before.get(1), before.get(1).withTotal(2), measured(before.get(1)))));

    assertThat(crm.events(Measured.class))
        .containsExactly(measured(before.get(2)), measured(before.get(0)), measured(before.get(1)));
  }

  @OnEveryStorage
  void every_reason_of_every_refusal_is_told_and_nothing_is_saved(TestCrm crm) {
    List<Specimen> before = specimens(crm, 3);
    Fingerprint untouched = crm.fingerprint();
    List<Change<Specimen>> changes =
        List.of(
            Change.of(before.get(0), before.get(0).withTotal(5)),
            new Change<>(
                before.get(1), Decision.reject(Reason.of(LabReason.TOO_HEAVY).with("weight", 12))),
            new Change<>(before.get(2), Decision.reject(Reason.of(LabReason.TOO_OLD))));

    assertReasons(
        crm.session()
            .rehearse(s -> s.get(Lab.class).run(tx -> tx.store(SPECIMENS).saveAll(changes))),
        LabReason.TOO_HEAVY,
        LabReason.TOO_OLD);
    assertRefused(() -> saveAll(crm, changes), LabReason.TOO_HEAVY, LabReason.TOO_OLD);
    assertThat(crm.fingerprint()).isEqualTo(untouched);
  }

  @OnEveryStorage
  void one_stale_record_is_told_and_nothing_is_saved(TestCrm crm) {
    List<Specimen> before = specimens(crm, 3);
    crm.get(Lab.class).save(before.get(1), before.get(1).withTotal(9));
    Fingerprint untouched = crm.fingerprint();

    assertThatThrownBy(() -> saveAll(crm, relabelled(before, "new ")))
        .isInstanceOfSatisfying(
            StaleVersion.class,
            e -> assertThat(e.ref().id()).isEqualTo(before.get(1).id().value()));
    assertThat(crm.fingerprint()).isEqualTo(untouched);
  }

  @OnEveryStorage
  void keys_that_others_have_or_that_two_come_to_are_refused(TestCrm crm) {
    List<Specimen> before = specimens(crm, 3);
    crm.get(Lab.class).add("taken");
    Fingerprint untouched = crm.fingerprint();
    Specimen first = before.get(0);
    Specimen second = before.get(1);

    assertRefused(
        () ->
            saveAll(
                crm,
                List.of(
                    Change.of(first, first.withLabel("taken")),
                    Change.of(second, second.withLabel("free")))),
        LabReason.LABEL_TAKEN);
    assertRefused(
        () ->
            saveAll(
                crm,
                List.of(
                    Change.of(first, first.withLabel("same")),
                    Change.of(second, second.withLabel("same")))),
        LabReason.LABEL_TAKEN);
    assertRefused(
        () ->
            saveAll(
                crm,
                List.of(
                    Change.of(first, first.withLabel(second.label())),
                    Change.of(second, second.withLabel("free")))),
        LabReason.LABEL_TAKEN);
    assertThat(crm.fingerprint()).isEqualTo(untouched);
  }

  @OnEveryStorage
  void access_is_asked_of_each_as_it_was_and_as_it_shall_be(TestCrm crm) {
    List<Specimen> before = specimens(crm, 2);
    List<Change<Specimen>> changes = relabelled(before, "new ");
    Fingerprint untouched = crm.fingerprint();

    crm.policy(
        request ->
            request.operation() == Operation.READ && request.entity() == Specimen.class
                ? Access.only(LABEL.eq("old 0"))
                : Access.allow());
    assertThatThrownBy(() -> saveAll(crm, changes)).isInstanceOf(NotFound.class);
    crm.policy(
        request ->
            request.operation() == Operation.CHANGE && request.entity() == Specimen.class
                ? Access.only(LABEL.in(List.of("old 0", "old 1", "new 0")))
                : Access.allow());
    assertThatThrownBy(() -> saveAll(crm, changes)).isInstanceOf(AccessDenied.class);

    assertThat(crm.fingerprint()).isEqualTo(untouched);
  }

  @OnEveryStorage
  void what_others_own_is_saved_by_whoever_may_change_the_owner(TestCrm crm) {
    Keeper keeper = crm.get(Lab.class).addKeeper("keeper");
    List<Tag> tags =
        crm.get(Lab.class)
            .run(
                tx -> {
                  Specimen owner =
                      tx.store(SPECIMENS)
                          .insert(Specimen.of(tx.newId(), "owner").withKeeper(keeper.id()));
                  return tx.store(TAGS)
                      .insertAll(
                          List.of(
                              new Tag(new TagId(tx.newId()), 0, owner.id(), "one"),
                              new Tag(new TagId(tx.newId()), 0, owner.id(), "two")));
                });
    List<Change<Tag>> changes =
        tags.stream().map(t -> Change.of(t, t.withWord(t.word() + "!"))).toList();

    crm.policy(
        request ->
            request.operation() == Operation.CHANGE && request.entity() == Specimen.class
                ? Access.only(LABEL.eq("somebody else's"))
                : Access.allow());
    assertThatThrownBy(
            () -> crm.get(Lab.class).<List<Tag>>run(tx -> tx.store(TAGS).saveAll(changes)))
        .isInstanceOf(AccessDenied.class);
    crm.policy(
        request ->
            request.entity() == Specimen.class
                ? Access.only(KEEPER.eq(keeper.id()))
                : Access.allow());
    List<Tag> saved = crm.get(Lab.class).run(tx -> tx.store(TAGS).saveAll(changes));

    assertThat(saved).extracting(Tag::word).containsExactly("one!", "two!");
  }

  @OnEveryStorage
  void a_record_changed_twice_at_once_or_never_to_be_changed_is_a_programming_error(TestCrm crm) {
    Specimen one = specimens(crm, 1).get(0);
    LogLine line =
        crm.get(Lab.class)
            .run(tx -> tx.store(LOG).insert(new LogLine(new TagId(tx.newId()), 0, "line")));

    assertThatThrownBy(
            () ->
                saveAll(
                    crm,
                    List.of(Change.of(one, one.withTotal(1)), Change.of(one, one.withTotal(2)))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                crm.get(Lab.class)
                    .<List<LogLine>>run(
                        tx -> tx.store(LOG).saveAll(List.of(Change.of(line, line)))))
        .isInstanceOf(IllegalStateException.class);
  }

  @OnEveryStorage
  void what_is_only_ever_added_may_turn_out_to_be_another_s_and_nothing_else(TestCrm crm) {
    List<Specimen> two = specimens(crm, 2);
    Sighting seen =
        crm.get(Lab.class)
            .run(
                tx ->
                    tx.store(SIGHTINGS)
                        .insert(new Sighting(new TagId(tx.newId()), 0, two.get(0).id(), "seen")));
    Sighting ofOther = new Sighting(seen.id(), seen.version(), two.get(1).id(), "seen");
    Sighting rewritten = new Sighting(seen.id(), seen.version(), two.get(1).id(), "unseen");

    assertThatThrownBy(
            () ->
                crm.get(Lab.class)
                    .<List<Sighting>>run(
                        tx -> tx.store(SIGHTINGS).saveAll(List.of(Change.of(seen, rewritten)))))
        .isInstanceOf(IllegalStateException.class);
    List<Sighting> saved =
        crm.get(Lab.class)
            .run(tx -> tx.store(SIGHTINGS).saveAll(List.of(Change.of(seen, ofOther))));

    assertThat(saved).extracting(Sighting::specimen).containsExactly(two.get(1).id());
    assertThat(saved).extracting(Sighting::word).containsExactly("seen");
  }

  @OnEveryStorage
  void three_hundred_cost_hardly_more_than_three(TestCrm crm) throws Exception {
    List<Specimen> before = specimens(crm, 300);
    if (crm.dataSource().isEmpty()) {
      assertThat(saveAll(crm, relabelled(before, "new "))).hasSize(300);
      return;
    }

    int few;
    int many;
    try (Connection connection = crm.dataSource().orElseThrow().getConnection()) {
      connection.setAutoCommit(false);
      CountingConnection host = new CountingConnection(connection);
      Lab lab = crm.session().join(HostTransaction.on(host.connection())).get(Lab.class);
      lab.<List<Specimen>>run(
          tx -> tx.store(SPECIMENS).saveAll(relabelled(before.subList(0, 3), "few ")));
      few = host.sent();
      lab.<List<Specimen>>run(
          tx -> tx.store(SPECIMENS).saveAll(relabelled(before.subList(3, 300), "many ")));
      many = host.sent();
      connection.commit();
    }

    // Keys are asked for in portions of 200, and a few writes of each kind may share one text.
    assertThat(many).isLessThanOrEqualTo(8);
    assertThat(few).isLessThanOrEqualTo(6);
    assertThat(crm.get(Lab.class).load(before.get(299).id()).label()).isEqualTo("many 296");
  }

  private static Measured measured(Specimen specimen) {
    return Measured.of(specimen.id(), 1);
  }
}

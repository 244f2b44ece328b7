package io.crmkit.assets.environment;

import static io.crmkit.api.environment.EnvironmentCategory.MALWARE;
import static io.crmkit.api.environment.EnvironmentCategory.OPERATING_SYSTEM;
import static io.crmkit.api.environment.EnvironmentCategory.SETTINGS;
import static io.crmkit.api.environment.EnvironmentCategory.SOFTWARE;
import static io.crmkit.assets.environment.EnvironmentSamples.software;
import static io.crmkit.assets.environment.EnvironmentSamples.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.crmkit.api.environment.Environment;
import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentChange;
import io.crmkit.api.environment.EnvironmentChangeKind;
import io.crmkit.api.environment.EnvironmentChanged;
import io.crmkit.api.environment.EnvironmentDiff;
import io.crmkit.api.environment.EnvironmentDifference;
import io.crmkit.api.environment.EnvironmentDifference.VersionStep;
import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.EnvironmentPoint;
import io.crmkit.api.environment.EnvironmentRecorded;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.EnvironmentValue;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.RecordEnvironmentChange;
import io.crmkit.api.environment.RecordSnapshot;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;

/** What is recorded of environments, and what is believed of them, on every storage. */
class EnvironmentsContractTest {

  private static final EnvironmentItem KERNEL =
      EnvironmentItem.versioned(OPERATING_SYSTEM, "kernel", "5.9");
  private static final EnvironmentItem EDITOR = EnvironmentItem.of(SOFTWARE, "editor", "vi");

  @OnEveryStorage
  void what_was_found_is_believed_until_something_else_is(TestCrm crm) {
    EntityRef unit = unit(crm);
    Instant monday = crm.clock().instant();
    Environments environments = crm.get(Environments.class);

    EnvironmentSnapshot snapshot =
        environments.record(
            RecordSnapshot.complete(unit, List.of(EDITOR, software("ERP", "1.9"), KERNEL))
                .noting("inventory run"));
    Instant tuesday = crm.clock().advance(Duration.ofDays(1));
    environments.recordChange(
        RecordEnvironmentChange.updated(unit, software("ERP", "1.10")).noting("SR-7"));
    environments.recordChange(RecordEnvironmentChange.removed(unit, SOFTWARE, "editor"));

    Environment before = environments.at(EnvironmentPoint.of(unit, monday));
    assertThat(before.items()).containsExactly(KERNEL, software("ERP", "1.9"), EDITOR);
    assertThat(before.lookedAt()).hasSize(9).containsEntry(MALWARE, monday);
    assertThat(environments.at(EnvironmentPoint.of(unit, monday.minusNanos(1_000))))
        .isEqualTo(new Environment(List.of(), Map.of()));
    Environment after = environments.at(EnvironmentPoint.of(unit, tuesday));
    assertThat(after.items()).containsExactly(KERNEL, software("ERP", "1.10"));
    assertThat(after.value(SOFTWARE, "ERP")).contains(new EnvironmentValue("", "1.10", null));
    assertThat(environments.get(snapshot.id())).isEqualTo(snapshot);
    assertThat(snapshot.note()).isEqualTo("inventory run");
    assertThat(snapshot.time().recordedBy()).isEqualTo(TestCrm.ACTOR);
    assertThat(environments.items(snapshot.id())).isEqualTo(before.items());
  }

  @OnEveryStorage
  void a_partial_snapshot_says_nothing_of_what_it_did_not_look_at(TestCrm crm) {
    EntityRef unit = unit(crm);
    Environments environments = crm.get(Environments.class);
    Instant monday = crm.clock().instant();
    environments.record(RecordSnapshot.complete(unit, List.of(EDITOR, KERNEL)));

    Instant tuesday = crm.clock().advance(Duration.ofDays(1));
    environments.record(RecordSnapshot.partial(unit, Set.of(SOFTWARE), List.of()));

    Environment believed = environments.at(EnvironmentPoint.of(unit, tuesday));
    assertThat(believed.items()).containsExactly(KERNEL);
    assertThat(believed.lookedAt())
        .containsEntry(SOFTWARE, tuesday)
        .containsEntry(OPERATING_SYSTEM, monday);
  }

  @OnEveryStorage
  void what_is_recorded_late_changes_what_is_believed_now_not_what_was_believed_then(TestCrm crm) {
    EntityRef unit = unit(crm);
    Instant monday = crm.clock().instant();
    Instant tuesday = crm.clock().advance(Duration.ofDays(1));
    crm.get(Environments.class)
        .record(RecordSnapshot.complete(unit, List.of(software("ERP", "2.0"), EDITOR)));
    Instant wednesday = crm.clock().advance(Duration.ofDays(1));

    Environments late = crm.session().occurredAt(monday).get(Environments.class);
    late.record(RecordSnapshot.complete(unit, List.of(software("ERP", "1.0"))));
    late.recordChange(RecordEnvironmentChange.installed(unit, software("CAD", "7")));

    Environments environments = crm.get(Environments.class);
    EnvironmentPoint then = EnvironmentPoint.of(unit, monday.plusSeconds(60));
    assertThat(environments.at(then).items())
        .containsExactly(software("CAD", "7"), software("ERP", "1.0"));
    assertThat(environments.at(then.asKnownOn(tuesday)).items()).isEmpty();
    assertThat(environments.at(EnvironmentPoint.of(unit, wednesday)).items())
        .as("the later look counts")
        .containsExactly(software("ERP", "2.0"), EDITOR);
    assertThat(EnvironmentSamples.present(crm, unit))
        .containsExactly(software("ERP", "2.0"), EDITOR);
  }

  @OnEveryStorage
  void of_one_moment_what_was_recorded_last_counts(TestCrm crm) {
    EntityRef unit = unit(crm);
    Environments environments = crm.get(Environments.class);

    environments.recordChange(RecordEnvironmentChange.installed(unit, software("ERP", "1")));
    environments.record(RecordSnapshot.complete(unit, List.of(software("ERP", "2"))));
    environments.recordChange(RecordEnvironmentChange.updated(unit, software("ERP", "3")));

    Instant now = crm.clock().instant();
    assertThat(environments.at(EnvironmentPoint.of(unit, now)).items())
        .containsExactly(software("ERP", "3"));
    environments.record(RecordSnapshot.complete(unit, List.of(software("ERP", "4"))));
    assertThat(environments.at(EnvironmentPoint.of(unit, now)).items())
        .containsExactly(software("ERP", "4"));
    assertThat(EnvironmentSamples.present(crm, unit)).containsExactly(software("ERP", "4"));
  }

  @OnEveryStorage
  void two_machines_and_two_snapshots_are_compared(TestCrm crm) {
    EntityRef ill = unit(crm);
    EntityRef healthy = unit(crm);
    Environments environments = crm.get(Environments.class);
    EnvironmentSnapshot first =
        environments.record(
            RecordSnapshot.partial(
                ill,
                Set.of(SOFTWARE, SETTINGS),
                List.of(
                    software("ERP", "1.9"),
                    software("odd", "build one"),
                    EDITOR,
                    EnvironmentItem.of(SETTINGS, "lang", "en"))));
    EnvironmentSnapshot second =
        environments.record(
            RecordSnapshot.partial(
                healthy,
                Set.of(SOFTWARE, OPERATING_SYSTEM),
                List.of(
                    software("ERP", "1.10"),
                    software("odd", "build two"),
                    software("CAD", "7"),
                    KERNEL)));
    Instant now = crm.clock().instant();

    EnvironmentDiff diff =
        environments.compare(EnvironmentPoint.of(ill, now), EnvironmentPoint.of(healthy, now));

    assertThat(diff.differences())
        .extracting(EnvironmentDifference::key, EnvironmentDifference::kind, d -> d.versionStep())
        .containsExactly(
            row("CAD", EnvironmentDifference.Kind.ADDED, VersionStep.NOT_COMPARABLE),
            row("ERP", EnvironmentDifference.Kind.CHANGED, VersionStep.UP),
            row("editor", EnvironmentDifference.Kind.REMOVED, VersionStep.NOT_COMPARABLE),
            row("odd", EnvironmentDifference.Kind.CHANGED, VersionStep.NOT_COMPARABLE));
    assertThat(diff.incomplete()).containsExactlyInAnyOrder(SETTINGS, OPERATING_SYSTEM);
    assertThat(environments.compare(first.id(), second.id())).isEqualTo(diff);
    assertThat(environments.compare(second.id(), first.id())).isEqualTo(diff.mirrored());
    assertThat(environments.compare(first.id(), first.id()).isEmpty()).isTrue();
  }

  private static Tuple row(Object... cells) {
    return new Tuple(cells);
  }

  @OnEveryStorage
  void what_happened_is_told(TestCrm crm) {
    EntityRef unit = unit(crm);
    Environments environments = crm.get(Environments.class);

    EnvironmentSnapshot snapshot =
        environments.record(RecordSnapshot.partial(unit, Set.of(SOFTWARE), List.of(EDITOR)));
    environments.record(RecordSnapshot.partial(unit, Set.of(SOFTWARE), List.of(EDITOR)));
    EnvironmentChange change =
        environments.recordChange(RecordEnvironmentChange.removed(unit, SOFTWARE, "editor"));

    Instant now = crm.clock().instant();
    assertThat(crm.events(EnvironmentRecorded.class))
        .extracting(EnvironmentRecorded::differences)
        .containsExactly(1, 0);
    assertThat(crm.events(EnvironmentRecorded.class).get(0))
        .isEqualTo(new EnvironmentRecorded(unit, snapshot.id(), now, List.of(SOFTWARE), 1));
    assertThat(crm.events(EnvironmentChanged.class))
        .containsExactly(
            new EnvironmentChanged(
                unit, change.id(), now, EnvironmentChangeKind.REMOVED, SOFTWARE, "editor", null));
    assertThat(EnvironmentSamples.present(crm, unit)).isEmpty();
  }

  @OnEveryStorage
  void a_snapshot_recorded_again_under_its_key_is_there_once(TestCrm crm) {
    EntityRef unit = unit(crm);
    RecordSnapshot command = RecordSnapshot.complete(unit, List.of(EDITOR));

    EnvironmentSnapshot first = crm.session().once("run-1").get(Environments.class).record(command);
    EnvironmentSnapshot again = crm.session().once("run-1").get(Environments.class).record(command);

    assertThat(again).isEqualTo(first);
    assertThat(crm.events(EnvironmentRecorded.class)).hasSize(1);
  }

  // --- malformed

  @OnEveryStorage
  void every_fault_of_a_snapshot_is_told_with_its_path(TestCrm crm) {
    EntityRef unit = unit(crm);
    List<EnvironmentItem> items =
        List.of(
            EnvironmentItem.of(SETTINGS, "lang", "en"),
            EnvironmentItem.of(SOFTWARE, " ", "x".repeat(2_001)),
            new EnvironmentItem(SOFTWARE, "a", new EnvironmentValue("\u0000", "", "v".repeat(201))),
            EnvironmentItem.of(SOFTWARE, "a", "twice"));

    List<String> paths =
        faults(
            () ->
                crm.get(Environments.class)
                    .record(
                        RecordSnapshot.partial(unit, Set.of(SOFTWARE), items)
                            .noting("n".repeat(1_001))));

    assertThat(paths)
        .containsExactly(
            "note",
            "items[0].category",
            "items[1].key",
            "items[1].value.text",
            "items[2].value.text",
            "items[2].value.version",
            "items[2].value.vendor",
            "items[3].key");
    assertThat(
            faults(
                () ->
                    crm.get(Environments.class)
                        .record(
                            new RecordSnapshot(
                                unit,
                                Set.of(),
                                Collections.nCopies(Environments.MAX_ITEMS + 1, EDITOR),
                                null))))
        .containsExactly("covers", "items");
  }

  @OnEveryStorage
  void every_fault_of_a_change_is_told_with_its_path(TestCrm crm) {
    EntityRef unit = unit(crm);
    Environments environments = crm.get(Environments.class);

    assertThat(
            faults(
                () ->
                    environments.recordChange(
                        new RecordEnvironmentChange(
                            unit, EnvironmentChangeKind.UPDATED, SOFTWARE, "", null, null))))
        .containsExactly("key", "value");
    assertThat(
            faults(
                () ->
                    environments.recordChange(
                        new RecordEnvironmentChange(
                            unit,
                            EnvironmentChangeKind.REMOVED,
                            SOFTWARE,
                            "k".repeat(201),
                            EnvironmentValue.of("t".repeat(2_001)),
                            "n".repeat(1_001)))))
        .containsExactly("key", "note", "value", "value.text");
  }

  @OnEveryStorage
  void nothing_is_found_in_the_future(TestCrm crm) {
    EntityRef unit = unit(crm);
    Environments tomorrow =
        crm.session().occurredAt(crm.clock().instant().plusSeconds(1)).get(Environments.class);

    assertThat(faults(() -> tomorrow.record(RecordSnapshot.complete(unit, List.of()))))
        .containsExactly("occurredAt");
    assertThat(
            faults(
                () ->
                    tomorrow.recordChange(
                        RecordEnvironmentChange.removed(unit, SOFTWARE, "editor"))))
        .containsExactly("occurredAt");
  }

  @OnEveryStorage
  void texts_of_the_greatest_length_fit(TestCrm crm) {
    EntityRef unit = unit(crm);
    EnvironmentItem longest =
        new EnvironmentItem(
            EnvironmentCategory.OPERATING_SYSTEM,
            "鍵".repeat(200),
            new EnvironmentValue("文".repeat(2_000), "1.".repeat(49) + "10", "商".repeat(200)));

    crm.get(Environments.class)
        .record(RecordSnapshot.complete(unit, List.of(longest)).noting("注".repeat(1_000)));

    assertThat(EnvironmentSamples.present(crm, unit)).containsExactly(longest);
  }

  private static List<String> faults(Runnable command) {
    return assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(command::run)
        .asInstanceOf(type(InvalidInput.class))
        .actual()
        .faults()
        .stream()
        .map(Fault::path)
        .toList();
  }
}

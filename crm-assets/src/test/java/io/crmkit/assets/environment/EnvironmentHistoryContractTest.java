package io.crmkit.assets.environment;

import static io.crmkit.api.environment.EnvironmentCategory.SETTINGS;
import static io.crmkit.api.environment.EnvironmentCategory.SOFTWARE;
import static io.crmkit.assets.environment.EnvironmentSamples.software;
import static io.crmkit.assets.environment.EnvironmentSamples.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.environment.ChangesSince;
import io.crmkit.api.environment.EnvironmentAttributes;
import io.crmkit.api.environment.EnvironmentHappening;
import io.crmkit.api.environment.EnvironmentHistory;
import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.EnvironmentPoint;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.PresentItem;
import io.crmkit.api.environment.RecordEnvironmentChange;
import io.crmkit.api.environment.RecordSnapshot;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.assets.Samples;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What changed since a moment, and who has what, on every storage. */
class EnvironmentHistoryContractTest {

  @OnEveryStorage
  void what_changed_since_it_last_worked_is_told_in_the_order_of_time_whenever_recorded(
      TestCrm crm) {
    EntityRef unit = unit(crm);
    Environments environments = crm.get(Environments.class);
    environments.record(
        RecordSnapshot.partial(
            unit, Set.of(SOFTWARE), List.of(software("ERP", "1.9"), software("CAD", "7"))));
    Instant worked = crm.clock().instant();
    Instant tuesday = crm.clock().advance(Duration.ofDays(1));
    Instant wednesday = crm.clock().advance(Duration.ofDays(1));
    environments.record(
        RecordSnapshot.complete(
            unit, List.of(software("ERP", "1.10"), EnvironmentItem.of(SETTINGS, "lang", "en"))));
    Instant thursday = crm.clock().advance(Duration.ofDays(1));
    crm.session("lily")
        .occurredAt(tuesday)
        .get(Environments.class)
        .recordChange(
            RecordEnvironmentChange.updated(unit, software("ERP", "1.10")).noting("SR-7"));

    EnvironmentHistory history = environments.changesSince(ChangesSince.of(unit, worked));

    assertThat(history.next()).isNull();
    assertThat(history.happenings())
        .extracting(
            h -> h.difference().key(),
            h -> h.time().at(),
            h -> h.time().recordedAt(),
            h -> h.time().recordedBy(),
            EnvironmentHappening::notBefore,
            EnvironmentHappening::note)
        .as("nobody knows since when the setting is there")
        .containsExactly(
            tuple("ERP", tuesday, thursday, "lily", null, "SR-7"),
            tuple("CAD", wednesday, wednesday, TestCrm.ACTOR, worked, null));
    assertThat(environments.changesSince(ChangesSince.of(unit, wednesday)).happenings()).isEmpty();
  }

  @OnEveryStorage
  void a_long_history_comes_in_portions_that_part_no_moment(TestCrm crm) {
    EntityRef unit = unit(crm);
    Environments environments = crm.get(Environments.class);
    environments.record(RecordSnapshot.complete(unit, List.of()));
    Instant begin = crm.clock().instant();
    for (int i = 0; i < 250; i++) {
      if (i % 2 == 0) {
        crm.clock().advance(Duration.ofMinutes(1));
      }
      environments.recordChange(RecordEnvironmentChange.installed(unit, software("S" + i, "1")));
    }

    List<String> told = new ArrayList<>();
    List<Integer> portions = new ArrayList<>();
    Instant since = begin;
    while (since != null) {
      EnvironmentHistory portion = environments.changesSince(new ChangesSince(unit, since, 99));
      portion.happenings().forEach(h -> told.add(h.difference().key()));
      portions.add(portion.happenings().size());
      since = portion.next();
    }

    assertThat(portions).containsExactly(100, 100, 50);
    assertThat(told).hasSize(250).doesNotHaveDuplicates();
    assertThat(told.get(0)).isEqualTo("S0");
    assertThat(told.get(249)).isEqualTo("S249");
  }

  @OnEveryStorage
  void the_customers_timeline_tells_of_its_environments_and_those_of_its_units(TestCrm crm) {
    CustomerId customer = Samples.customer(crm);
    EntityRef unit = EnvironmentSamples.unit(crm, customer);
    EntityRef company = EntityRef.of(Customer.ENTITY, customer);
    Environments environments = crm.get(Environments.class);
    environments.record(RecordSnapshot.complete(company, List.of()));
    environments.record(RecordSnapshot.complete(unit(crm), List.of())); // another customer's
    Instant later = crm.clock().advance(Duration.ofDays(1));
    environments.recordChange(RecordEnvironmentChange.updated(unit, software("ERP", "1.10")));

    List<TimelineEntry> entries =
        new EnvironmentTimeline()
            .timeline(
                crm.session(),
                new TimelineSource.Span(customer, Instant.EPOCH, later.plusSeconds(1), 9));

    assertThat(entries)
        .extracting(TimelineEntry::occurredAt, e -> e.text().en(), e -> e.text().zh())
        .containsExactly(
            tuple(later, "Server: ERP 1.10 updated", "Server：ERP 1.10 已更新"),
            tuple(later.minus(Duration.ofDays(1)), "Environment: as found", "运行环境：已记录"));
    assertThat(
            new EnvironmentTimeline()
                .timeline(
                    crm.session(), new TimelineSource.Span(customer, Instant.EPOCH, later, 9)))
        .as("the end is excluded")
        .hasSize(1);
  }

  // --- recalls

  @OnEveryStorage
  void who_has_software_older_than_a_version_is_found_page_by_page(TestCrm crm) {
    Environments environments = crm.get(Environments.class);
    List<EntityRef> units = new ArrayList<>();
    for (String version : List.of("1.2", "1.9", "1.10", "2.0-rc1", "2.0", "unknown build")) {
      EntityRef unit = unit(crm);
      units.add(unit);
      environments.record(
          RecordSnapshot.complete(unit, List.of(software("ERP", version), software("CAD", "1"))));
    }
    environments.recordChange(
        RecordEnvironmentChange.updated(units.get(0), software("ERP", "2.1")));

    Query<PresentItem> recall =
        Query.where(EnvironmentAttributes.olderThan(SOFTWARE, "ERP", "2.0"))
            .orderBy(EnvironmentAttributes.ITEM_VERSION_KEY.ascending())
            .limit(2);
    Page<PresentItem> first = environments.search(recall);
    Page<PresentItem> second = environments.search(recall.after(first.next()));

    assertThat(first.items())
        .extracting(item -> item.value().version())
        .containsExactly("1.9", "1.10");
    assertThat(second.items())
        .extracting(item -> item.subject().ref(), item -> item.value().version())
        .containsExactly(tuple(units.get(3), "2.0-rc1"));
    assertThat(second.next()).isNull();
    assertThatThrownBy(() -> EnvironmentAttributes.olderThan(SOFTWARE, "ERP", "unknown build"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // --- races

  @OnEveryStorage
  void records_at_the_same_moment_leave_what_is_present_as_it_is_believed(TestCrm crm) {
    EntityRef unit = unit(crm);

    Race.of(
            4,
            i ->
                i % 2 == 0
                    ? crm.get(Environments.class)
                        .record(
                            RecordSnapshot.partial(
                                unit,
                                Set.of(SOFTWARE),
                                List.of(software("ERP", "1." + i), software("S" + i, "1"))))
                        .version()
                    : crm.get(Environments.class)
                        .recordChange(
                            RecordEnvironmentChange.installed(unit, software("ERP", "2." + i)))
                        .version())
        .allWon();

    Instant now = crm.clock().instant();
    assertThat(EnvironmentSamples.present(crm, unit))
        .isEqualTo(crm.get(Environments.class).at(EnvironmentPoint.of(unit, now)).items())
        .extracting(EnvironmentItem::key)
        .doesNotHaveDuplicates();
  }
}

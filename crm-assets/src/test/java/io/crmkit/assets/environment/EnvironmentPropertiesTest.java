package io.crmkit.assets.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.environment.ChangesSince;
import io.crmkit.api.environment.Environment;
import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentDiff;
import io.crmkit.api.environment.EnvironmentHappening;
import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.EnvironmentPoint;
import io.crmkit.api.environment.EnvironmentValue;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.RecordEnvironmentChange;
import io.crmkit.api.environment.RecordSnapshot;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.CrmSetup;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.storage.TestStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is recorded, in whatever order: what is believed is what a naive list of everything,
 * replayed, gives; and differences are differences.
 */
class EnvironmentPropertiesTest {

  private static final List<EnvironmentCategory> CATEGORIES =
      List.of(EnvironmentCategory.DATABASE, EnvironmentCategory.SOFTWARE);
  private static final int MOMENTS = 8;
  private static final int KEYS = 40;

  // --- against a naive list

  /** A record: of a snapshot the categories and their items, of a change the item. */
  private record Told(
      int at,
      int recorded,
      Map<EnvironmentCategory, Map<String, EnvironmentValue>> looks,
      @Nullable EnvironmentItem put,
      @Nullable EnvironmentItem removed) {}

  /** Everything that was told, in the order in which it was recorded. */
  private static final class Naive {

    private final List<Told> all = new ArrayList<>();

    Environment at(int moment, int known, List<Instant> times) {
      Map<EnvironmentCategory, Map<String, EnvironmentValue>> items =
          new EnumMap<>(EnvironmentCategory.class);
      Map<EnvironmentCategory, Instant> lookedAt = new EnumMap<>(EnvironmentCategory.class);
      all.stream()
          .filter(told -> told.at() <= moment && told.recorded() <= known)
          .sorted(Comparator.comparingInt(Told::at))
          .forEach(
              told -> {
                told.looks().forEach((c, found) -> items.put(c, new TreeMap<>(found)));
                told.looks().keySet().forEach(c -> lookedAt.put(c, times.get(told.at())));
                EnvironmentItem put = told.put();
                if (put != null) {
                  items
                      .computeIfAbsent(put.category(), c -> new TreeMap<>())
                      .put(put.key(), put.value());
                }
                EnvironmentItem removed = told.removed();
                if (removed != null) {
                  items.getOrDefault(removed.category(), new TreeMap<>()).remove(removed.key());
                }
              });
      List<EnvironmentItem> flat = new ArrayList<>();
      items.forEach((c, map) -> map.forEach((k, v) -> flat.add(new EnvironmentItem(c, k, v))));
      return new Environment(flat, lookedAt);
    }
  }

  /** Takes the same history to the service and to the naive list. */
  private static final class Run {

    private final TestCrm crm;
    private final Random random;
    private final EntityRef unit;
    private final List<Instant> times = new ArrayList<>();
    private final Naive naive = new Naive();

    Run(TestCrm crm, long seed) {
      this.crm = crm;
      this.random = new Random(seed);
      this.unit = EnvironmentSamples.unit(crm);
    }

    void happen() {
      for (int now = 0; now < MOMENTS; now++) {
        times.add(crm.clock().advance(Duration.ofHours(1)));
        for (int i = random.nextInt(4); i > 0; i--) {
          // Half of it is late.
          int at = random.nextBoolean() ? now : random.nextInt(now + 1);
          Environments environments =
              crm.session().occurredAt(times.get(at)).get(Environments.class);
          if (random.nextBoolean()) {
            look(environments, at, now);
          } else {
            change(environments, at, now);
          }
        }
      }
    }

    private void look(Environments environments, int at, int now) {
      Set<EnvironmentCategory> covers = EnumSet.noneOf(EnvironmentCategory.class);
      covers.add(CATEGORIES.get(random.nextInt(2)));
      covers.add(CATEGORIES.get(random.nextInt(2)));
      Map<EnvironmentCategory, Map<String, EnvironmentValue>> looks =
          new EnumMap<>(EnvironmentCategory.class);
      List<EnvironmentItem> items = new ArrayList<>();
      for (EnvironmentCategory category : covers) {
        Map<String, EnvironmentValue> found = new TreeMap<>();
        for (int key = 0; key < KEYS; key++) {
          // Mostly the same everywhere, so that contents are differences of others.
          if (random.nextInt(60) > 0) {
            EnvironmentValue value = value(random.nextInt(60) > 0 ? 0 : random.nextInt(3));
            found.put("k" + key, value);
            items.add(new EnvironmentItem(category, "k" + key, value));
          }
        }
        looks.put(category, found);
      }
      environments.record(RecordSnapshot.partial(unit, covers, items));
      naive.all.add(new Told(at, now, looks, null, null));
    }

    private void change(Environments environments, int at, int now) {
      EnvironmentItem item =
          new EnvironmentItem(
              CATEGORIES.get(random.nextInt(2)),
              "k" + random.nextInt(KEYS),
              value(random.nextInt(3)));
      if (random.nextBoolean()) {
        environments.recordChange(RecordEnvironmentChange.installed(unit, item));
        naive.all.add(new Told(at, now, Map.of(), item, null));
      } else {
        environments.recordChange(
            RecordEnvironmentChange.removed(unit, item.category(), item.key()));
        naive.all.add(new Told(at, now, Map.of(), null, item));
      }
    }

    private static EnvironmentValue value(int number) {
      return new EnvironmentValue("v" + number, number == 0 ? null : "1." + number, null);
    }

    void assertBelieved() {
      Environments environments = crm.get(Environments.class);
      int last = MOMENTS - 1;
      for (int i = 0; i < 6; i++) {
        int at = random.nextInt(MOMENTS);
        int known = random.nextInt(MOMENTS);
        EnvironmentPoint point =
            EnvironmentPoint.of(unit, times.get(at)).asKnownOn(times.get(known));
        assertThat(environments.at(point)).isEqualTo(naive.at(at, known, times));
      }
      assertThat(EnvironmentSamples.present(crm, unit))
          .isEqualTo(naive.at(last, last, times).items());
    }

    /** From wherever one starts, what happened leads to where one is. */
    void assertHistory() {
      Environments environments = crm.get(Environments.class);
      int last = MOMENTS - 1;
      int since = random.nextInt(MOMENTS);
      Environment start = naive.at(since, last, times);
      Environment end = naive.at(last, last, times);
      List<EnvironmentItem> items = new ArrayList<>(start.items());
      for (EnvironmentHappening happening :
          environments.changesSince(ChangesSince.of(unit, times.get(since))).happenings()) {
        EnvironmentDiff step = new EnvironmentDiff(List.of(happening.difference()), Set.of());
        items = new ArrayList<>(step.applyTo(items));
      }
      // What a first look brought is no happening.
      List<EnvironmentItem> reached = items;
      CATEGORIES.stream()
          .filter(c -> start.lookedAt().containsKey(c) || !end.lookedAt().containsKey(c))
          .forEach(c -> assertThat(of(c, reached)).isEqualTo(of(c, end.items())));
    }

    private static List<EnvironmentItem> of(
        EnvironmentCategory category, List<EnvironmentItem> items) {
      return items.stream().filter(item -> item.category() == category).sorted().toList();
    }
  }

  /** The module alone. */
  public static final class Alone implements CrmSetup {}

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  @Tag("contract")
  void what_is_believed_is_what_a_naive_list_gives(@ForAll long seed) {
    for (TestStorage storage : TestStorage.every()) {
      Run run = new Run(TestCrm.on(storage, Alone.class, seed), seed);
      run.happen();
      run.assertBelieved();
      run.assertHistory();
    }
  }

  // --- differences

  @Provide
  Arbitrary<Environment> environments() {
    Arbitrary<EnvironmentCategory> category = Arbitraries.of(CATEGORIES);
    Arbitrary<EnvironmentItem> item =
        Combinators.combine(
                category,
                Arbitraries.of("a", "b", "c", "d"),
                Arbitraries.of("1", "2"),
                Arbitraries.of("1.9", "1.10", "odd").injectNull(0.3))
            .as(
                (c, key, text, version) ->
                    new EnvironmentItem(c, key, new EnvironmentValue(text, version, null)));
    return Combinators.combine(
            item.list().ofMaxSize(8).uniqueElements(i -> i.category() + i.key()), category.set())
        .as(
            (items, looked) -> {
              Map<EnvironmentCategory, Instant> lookedAt = new EnumMap<>(EnvironmentCategory.class);
              looked.forEach(c -> lookedAt.put(c, Instant.EPOCH));
              return new Environment(items, lookedAt);
            });
  }

  private static Environment complete(Environment environment) {
    return new Environment(
        environment.items(),
        Map.of(CATEGORIES.get(0), Instant.EPOCH, CATEGORIES.get(1), Instant.EPOCH));
  }

  @Property
  void a_difference_applied_to_the_one_gives_the_other(
      @ForAll("environments") Environment one, @ForAll("environments") Environment other) {
    EnvironmentDiff diff = complete(one).compareTo(complete(other));

    assertThat(diff.applyTo(one.items())).isEqualTo(other.items());
    assertThat(diff.incomplete()).isEmpty();
    assertThat(diff.isEmpty()).isEqualTo(Objects.equals(one.items(), other.items()));
  }

  @Property
  void nothing_differs_from_itself(@ForAll("environments") Environment environment) {
    assertThat(environment.compareTo(environment).differences()).isEmpty();
  }

  @Property
  void the_other_way_round_is_the_mirror_image(
      @ForAll("environments") Environment one, @ForAll("environments") Environment other) {
    assertThat(other.compareTo(one)).isEqualTo(one.compareTo(other).mirrored());
  }

  @Property
  void nothing_is_told_to_be_there_or_gone_where_somebody_did_not_look(
      @ForAll("environments") Environment one, @ForAll("environments") Environment other) {
    assertThat(one.compareTo(other).differences())
        .filteredOn(d -> d.before() == null || d.after() == null)
        .allMatch(
            d ->
                one.lookedAt().containsKey(d.category())
                    && other.lookedAt().containsKey(d.category()));
  }
}

package io.crmkit.assets.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetFactId;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetLife;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStatusFact;
import io.crmkit.api.asset.FactTime;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.ReplaceAsset.Inherited;
import io.crmkit.api.asset.Supply;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.assets.asset.StatusStretches;
import io.crmkit.core.spi.rule.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Warranties that are suspended in repair, against a calendar on which days are crossed out one by
 * one: a day on whose last moment the unit was in a repair that has ended is none of the
 * warranty's.
 */
class SuspensionPropertiesTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate BEGINNING = LocalDate.of(2023, 1, 1);
  private static final int DAYS = 1_400;
  private static final Instant NOW =
      BEGINNING.plusDays(DAYS).atStartOfDay(ZONE).toInstant().plusSeconds(30_000);
  private static final CustomerId CUSTOMER = new CustomerId(new UUID(1, 1));
  private static final List<AssetStatus> STATUSES =
      List.of(
          AssetStatus.IN_REPAIR,
          AssetStatus.IN_OPERATION,
          AssetStatus.IN_REPAIR,
          AssetStatus.STORED);

  /** One unit, with what was recorded of it. */
  private static final class Unit {

    final AssetId id;
    final Asset asset;
    final List<AssetStatusFact> facts = new ArrayList<>();
    int recorded;

    Unit(int number) {
      id = new AssetId(new UUID(2, number));
      asset =
          new Asset(
              id,
              1,
              CUSTOMER,
              AssetIdentity.ofModel("M", "X"),
              null,
              AssetLife.of(AssetStatus.IN_OPERATION, Supply.DIRECT),
              Placement.standingAlone(UnitRole.MACHINE),
              null,
              null,
              null,
              null,
              null,
              Map.of(),
              CustomValues.none());
      record(
          AssetStatus.IN_OPERATION, BEGINNING.minusYears(1).atStartOfDay(ZONE).toInstant(), null);
    }

    void record(AssetStatus status, Instant from, @Nullable Instant to) {
      recorded++;
      facts.add(
          new AssetStatusFact(
              new AssetFactId(new UUID(3, recorded)),
              1,
              id,
              status,
              "test",
              CUSTOMER,
              new FactTime(from, to, NOW.minusSeconds(10_000L - recorded))));
    }

    /** A step, mostly, or a correction of some time. */
    void recordSome(Random random) {
      Instant from = moment(random);
      boolean open = random.nextInt(3) == 0;
      Instant to = from.plus(Duration.ofHours(1L + random.nextInt(24 * 40)));
      record(
          STATUSES.get(random.nextInt(STATUSES.size())), from, open || to.isAfter(NOW) ? null : to);
    }

    Repairs repairs() {
      return Repairs.of(
          StatusStretches.of(new AssetHistory(id, facts, List.of(), List.of()), NOW), ZONE);
    }

    // --- the naive part

    @Nullable AssetStatus statusAt(Instant moment) {
      AssetStatus status = null;
      for (AssetStatusFact fact : facts) {
        Instant to = fact.time().validTo();
        if (!fact.time().validFrom().isAfter(moment) && (to == null || moment.isBefore(to))) {
          status = fact.status();
        }
      }
      return status;
    }

    boolean endedSince(Instant moment) {
      for (AssetStatusFact fact : facts) {
        for (Instant change : moments(fact.time())) {
          if (change.isAfter(moment)
              && !change.isAfter(NOW)
              && statusAt(change) != AssetStatus.IN_REPAIR) {
            return true;
          }
        }
      }
      return false;
    }

    private static List<Instant> moments(FactTime time) {
      Instant to = time.validTo();
      return to == null ? List.of(time.validFrom()) : List.of(time.validFrom(), to);
    }

    boolean crossedOut(LocalDate day) {
      Instant last = day.plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1_000);
      return !last.isAfter(NOW) && statusAt(last) == AssetStatus.IN_REPAIR && endedSince(last);
    }
  }

  private static Instant moment(Random random) {
    return BEGINNING
        .plusDays(random.nextInt(DAYS))
        .atStartOfDay(ZONE)
        .toInstant()
        .plusSeconds(random.nextInt(4) * 21_600L);
  }

  /** Whether a day is none of the warranty's. */
  private interface Calendar {
    boolean crossedOut(LocalDate day);
  }

  private static LocalDate naiveEnd(LocalDate first, int months, Calendar calendar) {
    YearMonth month = YearMonth.from(first).plusMonths(months);
    LocalDate plain = month.atDay(Math.min(first.getDayOfMonth(), month.lengthOfMonth()));
    int left = 0;
    for (LocalDate day = first; day.isBefore(plain); day = day.plusDays(1)) {
      left++;
    }
    LocalDate day = first;
    while (left > 0) {
      if (!calendar.crossedOut(day)) {
        left--;
      }
      day = day.plusDays(1);
    }
    return day;
  }

  @Property(tries = 300)
  void repairs_extensions_and_corrections_come_to_what_a_calendar_says(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 26) int months) {
    Random random = new Random(seed);
    Unit unit = new Unit(1);
    LocalDate first = BEGINNING.plusDays(random.nextInt(400));
    int all = months;
    Warranty warranty = granted(unit, first, months);
    for (int i = 0; i < 12; i++) {
      switch (random.nextInt(6)) {
        case 0 -> {
          int more = 1 + random.nextInt(6);
          all += more;
          warranty = state(WarrantyRules.extend(warranty, more, around(unit)));
        }
        case 1 -> {
          first = BEGINNING.plusDays(random.nextInt(800));
          warranty = state(WarrantyRules.correct(warranty, first, around(unit)));
        }
        default -> {
          unit.recordSome(random);
          warranty = suspended(warranty, unit);
        }
      }
      assertThat(warranty.cover().endsOn()).isEqualTo(naiveEnd(first, all, unit::crossedOut));
      assertThat(WarrantyRules.closed(warranty)).isFalse();
      assertThat(WarrantyRules.suspend(warranty, unit.asset, unit.repairs()))
          .as("once more changes nothing")
          .isNull();
    }
  }

  @Property(tries = 300)
  void the_rest_that_a_successor_inherits_goes_on_by_the_same_calendar(@ForAll long seed) {
    Random random = new Random(seed);
    Unit old = new Unit(1);
    Unit fresh = new Unit(2);
    LocalDate first = BEGINNING.plusDays(random.nextInt(200));
    Warranty warranty = granted(old, first, 12 + random.nextInt(12));
    for (int i = 0; i < 4; i++) {
      old.recordSome(random);
      fresh.recordSome(random);
    }
    LocalDate on = first.plusDays(random.nextInt(500));
    old.record(AssetStatus.REPLACED, on.atTime(12, 0).atZone(ZONE).toInstant(), null);
    warranty = suspended(warranty, old);
    Warranty inherited =
        WarrantyRules.inherited(
            warranty,
            new WarrantyId(new UUID(4, 2)),
            fresh.id,
            new WarrantyRules.Exchange(on, Inherited.REST_OF_OLD));
    if (inherited == null) {
      assertThat(warranty.cover().includes(on)).isFalse();
      return;
    }
    Warranty goesOn = suspended(inherited, fresh);
    int more = random.nextInt(7);
    if (more > 0) {
      goesOn = state(WarrantyRules.extend(goesOn, more, around(fresh)));
    }
    fresh.recordSome(random);
    goesOn = suspended(goesOn, fresh);

    assertThat(goesOn.cover().endsOn())
        .isEqualTo(
            naiveEnd(
                first,
                warranty.terms().months() + more,
                day -> day.isBefore(on) ? old.crossedOut(day) : fresh.crossedOut(day)));
    assertThat(WarrantyRules.closed(goesOn)).isFalse();
  }

  @Property(tries = 100)
  void what_was_closed_stays_closed_whatever_is_learnt_of_repairs(@ForAll long seed) {
    Random random = new Random(seed);
    Unit unit = new Unit(1);
    LocalDate first = BEGINNING.plusDays(random.nextInt(200));
    unit.recordSome(random);
    Warranty warranty = suspended(granted(unit, first, 24), unit);
    Warranty closed =
        state(
            Objects.requireNonNull(
                WarrantyRules.close(warranty, unit.asset, first.plusDays(random.nextInt(700)))));

    unit.recordSome(random);

    assertThat(WarrantyRules.closed(closed)).isTrue();
    assertThat(WarrantyRules.suspend(closed, unit.asset, unit.repairs())).isNull();
  }

  private static Warranty granted(Unit unit, LocalDate first, int months) {
    WarrantyTerms terms = WarrantyTerms.from(first, "full", months).suspendedWhileInRepair();
    return state(
        WarrantyRules.grant(
            new WarrantyRules.Grant(new WarrantyId(new UUID(4, 1)), terms), around(unit)));
  }

  private static WarrantyRules.Surroundings around(Unit unit) {
    return new WarrantyRules.Surroundings(unit.asset, List.of(), unit.repairs());
  }

  private static Warranty suspended(Warranty warranty, Unit unit) {
    Decision<Warranty> decision = WarrantyRules.suspend(warranty, unit.asset, unit.repairs());
    return decision == null ? warranty : state(decision);
  }

  private static Warranty state(Decision<Warranty> decision) {
    return decision.orRefuse().state();
  }
}

package io.crmkit.assets.warranty;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLife;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.ReplaceAsset.Inherited;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyChanged;
import io.crmkit.api.asset.WarrantyCover;
import io.crmkit.api.asset.WarrantyCover.Carried;
import io.crmkit.api.asset.WarrantyFact;
import io.crmkit.api.asset.WarrantyGranted;
import io.crmkit.api.asset.WarrantyId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.product.WarrantyStart;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.core.spi.rule.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of warranties. Pure.
 *
 * <p>The end is the first day plus all months at once, by {@link LocalDate#plusMonths}: where the
 * month reached has no such day, its last day is taken. So ends never drift, however often a
 * warranty is extended. Days in repair, if they are to be added, are added to that end.
 */
public final class WarrantyRules {

  private WarrantyRules() {}

  /** The terms that apply: those said in the hand-over, and the product's for every other kind. */
  public static List<WarrantyTerms> overlay(
      List<WarrantyTerms> ofProduct, List<WarrantyTerms> said) {
    Map<String, WarrantyTerms> byKind = new LinkedHashMap<>();
    ofProduct.forEach(terms -> byKind.put(terms.kind(), terms));
    said.forEach(terms -> byKind.put(terms.kind(), terms));
    return List.copyOf(byKind.values());
  }

  /** The days covered from this first day on, if there was no repair. */
  static WarrantyCover cover(WarrantyTerms terms, int extraMonths, @Nullable LocalDate startsOn) {
    return cover(terms, new Basis(extraMonths, startsOn, null, Repairs.NONE));
  }

  /**
   * What a cover is reckoned from, besides the terms.
   *
   * @param extraMonths months by which it was extended
   * @param startsOn the first day; null while it is not known
   * @param carried what it has from the unit whose place its own took; null if nothing
   * @param repairs the unit's
   */
  record Basis(
      int extraMonths, @Nullable LocalDate startsOn, @Nullable Carried carried, Repairs repairs) {}

  static WarrantyCover cover(WarrantyTerms terms, Basis basis) {
    LocalDate startsOn = basis.startsOn();
    if (startsOn == null) {
      return new WarrantyCover(basis.extraMonths(), null, null);
    }
    Carried carried = basis.carried();
    if (carried != null && startsOn.isAfter(carried.on())) {
      carried = null; // The days before the exchange are not its days.
    }
    int before = carried == null ? 0 : carried.days();
    LocalDate end =
        startsOn.plusMonths((long) terms.months() + basis.extraMonths()).plusDays(before);
    LocalDate from = carried == null ? startsOn : carried.on();
    int since = terms.suspendedInRepair() ? basis.repairs().daysWithin(from, end) : 0;
    return new WarrantyCover(
        basis.extraMonths(), startsOn, end.plusDays(since), before + since, carried);
  }

  private static WarrantyCover cover(Warranty warranty, @Nullable LocalDate startsOn, Repairs of) {
    WarrantyCover known = warranty.cover();
    return cover(warranty.terms(), new Basis(known.extraMonths(), startsOn, known.carried(), of));
  }

  /** The first day for a unit: null if the terms wait for something that has not happened. */
  static @Nullable LocalDate firstDay(WarrantyTerms terms, Asset asset) {
    AssetLife life = asset.life();
    return switch (terms.begins()) {
      case SHIPMENT -> life.shippedOn();
      case INSTALLATION -> earlier(life.installedOn(), latest(terms, life));
      case FIRST_USE -> earlier(life.firstUsedOn(), latest(terms, life));
      case FIXED -> terms.fixedOn();
    };
  }

  /** The day on which it begins whatever happens; null if there is none, or it is not known. */
  private static @Nullable LocalDate latest(WarrantyTerms terms, AssetLife life) {
    Integer months = terms.latestStart();
    LocalDate shippedOn = life.shippedOn();
    return months == null || shippedOn == null ? null : shippedOn.plusMonths(months);
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  /** A warranty that comes with the hand-over: nothing can be said against it. */
  public static Decision<Warranty> withHandOver(WarrantyId id, Asset asset, WarrantyTerms terms) {
    return granted(
        new Warranty(id, 0, asset.id(), terms, cover(terms, 0, firstDay(terms, asset))), asset);
  }

  private static Decision<Warranty> granted(Warranty granted, Asset asset) {
    return Decision.accept(
        granted,
        new WarrantyGranted(
            asset.id(), asset.customer(), granted.id(), granted.terms().kind(), granted.cover()));
  }

  /**
   * What is around a warranty that is decided about.
   *
   * @param asset its unit
   * @param others every warranty that the unit has
   * @param repairs the unit's; none if the warranty is not suspended meanwhile
   */
  record Surroundings(Asset asset, List<Warranty> others, Repairs repairs) {}

  /** A warranty granted by hand. */
  static Decision<Warranty> grant(Grant grant, Surroundings around) {
    Asset asset = around.asset();
    WarrantyTerms terms = grant.terms();
    List<Reason> reasons = new ArrayList<>();
    AssetStatus status = asset.life().status();
    if (!status.inInstalledBase() && status != AssetStatus.PROVISIONAL) {
      reasons.add(Reason.of(AssetReason.LIFE_OVER).with("status", status));
    }
    LocalDate first = firstDay(terms, asset);
    boolean fromShipment = terms.begins() == WarrantyStart.SHIPMENT || terms.latestStart() != null;
    if (fromShipment && asset.life().shippedOn() == null) {
      reasons.add(Reason.of(AssetReason.SHIPMENT_DATE_UNKNOWN));
    }
    WarrantyCover cover = cover(terms, new Basis(0, first, null, around.repairs()));
    if (around.others().stream().anyMatch(other -> clashes(other, terms, cover))) {
      reasons.add(Reason.of(AssetReason.WARRANTY_KIND_TAKEN).with("kind", terms.kind()));
    }
    return Decision.unless(
        reasons, () -> granted(new Warranty(grant.id(), 0, asset.id(), terms, cover), asset));
  }

  /** What is to be granted, and the id it gets. */
  record Grant(WarrantyId id, WarrantyTerms terms) {}

  private static boolean clashes(Warranty other, WarrantyTerms terms, WarrantyCover cover) {
    if (!other.terms().kind().equals(terms.kind())) {
      return false;
    }
    LocalDate start = cover.startsOn();
    LocalDate end = cover.endsOn();
    LocalDate otherStart = other.cover().startsOn();
    LocalDate otherEnd = other.cover().endsOn();
    if (start == null || end == null || otherStart == null || otherEnd == null) {
      // A second one that waits, too, would begin on the same day.
      return start == null && otherStart == null;
    }
    return start.isBefore(otherEnd) && otherStart.isBefore(end);
  }

  static Decision<Warranty> extend(Warranty before, int months, Surroundings around) {
    if (closed(before)) {
      return Decision.reject(closedReason(before));
    }
    WarrantyCover cover = before.cover();
    Warranty after =
        before.withCover(
            cover(
                before.terms(),
                new Basis(
                    Math.addExact(cover.extraMonths(), months),
                    cover.startsOn(),
                    cover.carried(),
                    around.repairs())));
    return Decision.accept(after, changed(after, around.asset()));
  }

  /** The first day was another. */
  static Decision<Warranty> correct(Warranty before, LocalDate startsOn, Surroundings around) {
    if (closed(before)) {
      return Decision.reject(closedReason(before));
    }
    WarrantyTerms terms = before.terms();
    WarrantyCover cover = cover(before, startsOn, around.repairs());
    if (around.others().stream()
        .anyMatch(other -> !other.id().equals(before.id()) && clashes(other, terms, cover))) {
      return Decision.reject(Reason.of(AssetReason.WARRANTY_KIND_TAKEN).with("kind", terms.kind()));
    }
    Warranty after = before.withCover(cover);
    return Decision.accept(after, changed(after, around.asset()));
  }

  /**
   * Each warranty with the days that were known last, without those of which nothing was known.
   *
   * @param known the facts that were known, in the order they were recorded
   */
  static List<Warranty> asKnown(List<Warranty> warranties, List<WarrantyFact> known) {
    Map<WarrantyId, WarrantyCover> covers = new HashMap<>();
    known.forEach(fact -> covers.put(fact.warranty(), fact.cover()));
    List<Warranty> then = new ArrayList<>();
    for (Warranty warranty : warranties) {
      WarrantyCover cover = covers.get(warranty.id());
      if (cover != null) {
        then.add(warranty.withCover(cover));
      }
    }
    return then;
  }

  /**
   * The days of the unit's life are others: what waited for one of them begins, and what began by
   * such a day, and not by a correction, begins on the right one.
   *
   * @return null if nothing changes
   */
  static @Nullable Decision<Warranty> begin(
      Warranty before, WarrantyReckoning.Turn turn, Repairs repairs) {
    WarrantyTerms terms = before.terms();
    LocalDate first = firstDay(terms, turn.is());
    LocalDate known = before.cover().startsOn();
    boolean byRule = known == null || known.equals(firstDay(terms, turn.was()));
    if (Objects.equals(first, known) || !byRule || closed(before)) {
      return null;
    }
    Warranty after = before.withCover(cover(before, first, repairs));
    return Decision.accept(after, changed(after, turn.is()));
  }

  /**
   * Adds the days in repair, if that was agreed.
   *
   * @return null if nothing changes
   */
  static @Nullable Decision<Warranty> suspend(Warranty before, Asset asset, Repairs repairs) {
    LocalDate startsOn = before.cover().startsOn();
    if (!before.terms().suspendedInRepair() || startsOn == null || closed(before)) {
      return null;
    }
    WarrantyCover cover = cover(before, startsOn, repairs);
    if (cover.equals(before.cover())) {
      return null;
    }
    Warranty after = before.withCover(cover);
    return Decision.accept(after, changed(after, asset));
  }

  /** Whether it ended before its months, and the days it was suspended for, were over. */
  static boolean closed(Warranty warranty) {
    WarrantyCover cover = warranty.cover();
    LocalDate startsOn = cover.startsOn();
    return startsOn != null
        && !startsOn
            .plusMonths((long) warranty.terms().months() + cover.extraMonths())
            .plusDays(cover.suspendedDays())
            .equals(cover.endsOn());
  }

  static Reason closedReason(Warranty warranty) {
    return Reason.of(AssetReason.WARRANTY_CLOSED).with("kind", warranty.terms().kind());
  }

  /**
   * What the unit that takes another's place inherits of a warranty; null if nothing. It is
   * reckoned from the first day of the old one, or from the day of the exchange, so that a later
   * extension does not drift.
   */
  public static @Nullable Warranty inherited(
      Warranty old, WarrantyId id, AssetId by, Exchange exchange) {
    LocalDate starts = old.cover().startsOn();
    LocalDate ends = old.cover().endsOn();
    if (starts == null || ends == null || !old.cover().includes(exchange.on())) {
      return null;
    }
    WarrantyTerms anew = fixed(old.terms(), exchange.on());
    WarrantyCover fresh = cover(anew, 0, exchange.on());
    boolean rest =
        exchange.inherited() == Inherited.REST_OF_OLD
            || (exchange.inherited() == Inherited.LONGER && !ends.isBefore(fresh.endsOn()));
    return switch (exchange.inherited()) {
      case NOTHING -> null;
      case REST_OF_OLD, FRESH, LONGER ->
          rest
              ? new Warranty(id, 0, by, fixed(old.terms(), starts), carried(old, exchange.on()))
              : new Warranty(id, 0, by, anew, fresh);
    };
  }

  /**
   * One unit's taking another's place.
   *
   * @param on the day
   * @param inherited what is inherited
   */
  public record Exchange(LocalDate on, Inherited inherited) {}

  private static WarrantyTerms fixed(WarrantyTerms terms, LocalDate on) {
    return terms.withBegins(WarrantyStart.FIXED).withLatestStart(null).withFixedOn(on);
  }

  private static WarrantyCover carried(Warranty old, LocalDate on) {
    WarrantyCover cover = old.cover();
    return new WarrantyCover(
        cover.extraMonths(),
        cover.startsOn(),
        cover.endsOn(),
        cover.suspendedDays(),
        old.terms().suspendedInRepair() ? new Carried(on, cover.suspendedDays()) : null);
  }

  /** It ends on this day, which it does not cover; null if it has ended by then. */
  public static @Nullable Decision<Warranty> close(Warranty before, Asset asset, LocalDate on) {
    LocalDate starts = before.cover().startsOn();
    LocalDate ends = before.cover().endsOn();
    if (ends != null && !ends.isAfter(on)) {
      return null;
    }
    LocalDate from = starts == null ? on : starts;
    WarrantyCover closed =
        new WarrantyCover(
            before.cover().extraMonths(),
            from,
            from.isAfter(on) ? from : on,
            before.cover().suspendedDays(),
            before.cover().carried());
    Warranty after = before.withCover(closed);
    return Decision.accept(after, changed(after, asset));
  }

  private static WarrantyChanged changed(Warranty after, Asset asset) {
    return new WarrantyChanged(
        asset.id(), asset.customer(), after.id(), after.terms().kind(), after.cover());
  }
}

package io.crmkit.assets.warranty;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.ReplaceAsset.Inherited;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyChanged;
import io.crmkit.api.asset.WarrantyCover;
import io.crmkit.api.asset.WarrantyFact;
import io.crmkit.api.asset.WarrantyGranted;
import io.crmkit.api.asset.WarrantyId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.product.WarrantyStart;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.assets.check.Faults;
import io.crmkit.core.spi.rule.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of warranties. Pure.
 *
 * <p>The end is the first day plus all months at once, by {@link LocalDate#plusMonths}: where the
 * month reached has no such day, its last day is taken. So ends never drift, however often a
 * warranty is extended.
 */
public final class WarrantyRules {

  /** A hundred years: more is a slip of the pen. */
  private static final Faults.Bounds MONTHS = new Faults.Bounds(1, 1_200);

  private WarrantyRules() {}

  /** Checks a list of terms, each of another kind. */
  public static void checkAll(Faults faults, String path, List<WarrantyTerms> terms) {
    Set<String> kinds = new HashSet<>();
    for (int i = 0; i < terms.size(); i++) {
      String each = path + "[" + i + "]";
      check(faults, each, terms.get(i));
      if (!kinds.add(terms.get(i).kind())) {
        faults.add(each + ".kind", "appears twice");
      }
    }
  }

  static void check(Faults faults, String path, WarrantyTerms terms) {
    faults.text(path + ".kind", terms.kind(), 40);
    faults.optional(path + ".covers", terms.covers(), 300);
    faults.between(path + ".months", terms.months(), MONTHS);
    if (terms.begins() == WarrantyStart.FIXED && terms.fixedOn() == null) {
      faults.add(path + ".fixedOn", "must be given for a fixed start");
    }
    if (terms.begins() != WarrantyStart.FIXED && terms.fixedOn() != null) {
      faults.add(path + ".fixedOn", "is for a fixed start only");
    }
  }

  static void checkMonths(Faults faults, String path, int months) {
    faults.between(path, months, MONTHS);
  }

  /** The terms that apply: those said in the hand-over, and the product's for every other kind. */
  public static List<WarrantyTerms> overlay(
      List<WarrantyTerms> ofProduct, List<WarrantyTerms> said) {
    Map<String, WarrantyTerms> byKind = new LinkedHashMap<>();
    ofProduct.forEach(terms -> byKind.put(terms.kind(), terms));
    said.forEach(terms -> byKind.put(terms.kind(), terms));
    return List.copyOf(byKind.values());
  }

  /** The days covered from this first day on; null while the first day is not known. */
  public static WarrantyCover cover(
      WarrantyTerms terms, int extraMonths, @Nullable LocalDate startsOn) {
    return startsOn == null
        ? new WarrantyCover(extraMonths, null, null)
        : new WarrantyCover(
            extraMonths, startsOn, startsOn.plusMonths((long) terms.months() + extraMonths));
  }

  /** The first day for a unit: null if the terms wait for something that has not happened. */
  static @Nullable LocalDate firstDay(WarrantyTerms terms, Asset asset) {
    return switch (terms.begins()) {
      case SHIPMENT -> asset.life().shippedOn();
      case INSTALLATION -> asset.life().installedOn();
      case FIXED -> terms.fixedOn();
    };
  }

  /** A warranty that comes with the hand-over: nothing can be said against it. */
  public static Decision<Warranty> withHandOver(WarrantyId id, Asset asset, WarrantyTerms terms) {
    Warranty granted =
        new Warranty(id, 0, asset.id(), terms, cover(terms, 0, firstDay(terms, asset)));
    return Decision.accept(
        granted,
        new WarrantyGranted(asset.id(), asset.customer(), id, terms.kind(), granted.cover()));
  }

  /**
   * A warranty granted by hand.
   *
   * @param others every warranty that the unit has
   */
  static Decision<Warranty> grant(Grant grant, Asset asset, List<Warranty> others) {
    WarrantyTerms terms = grant.terms();
    List<Reason> reasons = new ArrayList<>();
    AssetStatus status = asset.life().status();
    if (!status.inInstalledBase() && status != AssetStatus.PROVISIONAL) {
      reasons.add(Reason.of(AssetReason.LIFE_OVER).with("status", status));
    }
    LocalDate first = firstDay(terms, asset);
    if (terms.begins() == WarrantyStart.SHIPMENT && first == null) {
      reasons.add(Reason.of(AssetReason.SHIPMENT_DATE_UNKNOWN));
    }
    WarrantyCover cover = cover(terms, 0, first);
    if (others.stream().anyMatch(other -> clashes(other, terms, cover))) {
      reasons.add(Reason.of(AssetReason.WARRANTY_KIND_TAKEN).with("kind", terms.kind()));
    }
    return Decision.unless(reasons, () -> withHandOver(grant.id(), asset, terms));
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

  static Decision<Warranty> extend(Warranty before, int months, Asset asset) {
    if (closed(before)) {
      return Decision.reject(closedReason(before));
    }
    WarrantyCover cover = before.cover();
    Warranty after =
        before.withCover(
            cover(before.terms(), Math.addExact(cover.extraMonths(), months), cover.startsOn()));
    return Decision.accept(after, changed(after, asset));
  }

  /**
   * The first day was another.
   *
   * @param others every warranty that the unit has, this one among them
   */
  static Decision<Warranty> correct(
      Warranty before, LocalDate startsOn, Asset asset, List<Warranty> others) {
    if (closed(before)) {
      return Decision.reject(closedReason(before));
    }
    WarrantyTerms terms = before.terms();
    WarrantyCover cover = cover(terms, before.cover().extraMonths(), startsOn);
    if (others.stream()
        .anyMatch(other -> !other.id().equals(before.id()) && clashes(other, terms, cover))) {
      return Decision.reject(Reason.of(AssetReason.WARRANTY_KIND_TAKEN).with("kind", terms.kind()));
    }
    Warranty after = before.withCover(cover);
    return Decision.accept(after, changed(after, asset));
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

  /** The installation is done: what waited for it begins; null if it did not wait. */
  public static @Nullable Decision<Warranty> begin(Warranty before, Asset asset) {
    if (before.cover().startsOn() != null) {
      return null;
    }
    LocalDate first = firstDay(before.terms(), asset);
    if (first == null) {
      return null;
    }
    Warranty after = before.withCover(cover(before.terms(), before.cover().extraMonths(), first));
    return Decision.accept(after, changed(after, asset));
  }

  /** Whether it ended before its months were over. */
  static boolean closed(Warranty warranty) {
    WarrantyCover cover = warranty.cover();
    return cover.endsOn() != null
        && !cover
            .endsOn()
            .equals(cover(warranty.terms(), cover.extraMonths(), cover.startsOn()).endsOn());
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
              ? new Warranty(id, 0, by, fixed(old.terms(), starts), old.cover())
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
    return new WarrantyTerms(terms.kind(), terms.covers(), WarrantyStart.FIXED, terms.months(), on);
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
        new WarrantyCover(before.cover().extraMonths(), from, from.isAfter(on) ? from : on);
    Warranty after = before.withCover(closed);
    return Decision.accept(after, changed(after, asset));
  }

  private static WarrantyChanged changed(Warranty after, Asset asset) {
    return new WarrantyChanged(
        asset.id(), asset.customer(), after.id(), after.terms().kind(), after.cover());
  }
}

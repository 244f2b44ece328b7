package io.crmkit.api.product;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a warranty, as a product promises them or as they were granted for one unit.
 * Immutable.
 *
 * @param kind tells the warranties of a unit apart, such as {@code "parts"} or {@code "full"}; 1 to
 *     40 characters
 * @param covers what it covers, for people; may be empty
 * @param exclusions what it does not cover, for people, such as {@code "wear parts"}; at most 50
 *     texts of 1 to 100 characters, none of them twice
 * @param begins what it runs from
 * @param latestStart how many months after the shipment it begins at the latest, one or more, for
 *     {@link WarrantyStart#INSTALLATION} and {@link WarrantyStart#FIRST_USE} only; null if it waits
 *     however long that takes
 * @param months how long it runs, one or more
 * @param fixedOn its first day, for {@link WarrantyStart#FIXED} only
 * @param suspendedInRepair whether the days that the unit is in repair are added to its end
 */
@RecordBuilder
public record WarrantyTerms(
    String kind,
    String covers,
    List<String> exclusions,
    WarrantyStart begins,
    @Nullable Integer latestStart,
    int months,
    @Nullable LocalDate fixedOn,
    boolean suspendedInRepair)
    implements WarrantyTermsBuilder.With {

  public WarrantyTerms {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(covers, "covers");
    exclusions = List.copyOf(exclusions);
    Objects.requireNonNull(begins, "begins");
  }

  /** Terms that exclude nothing, wait as long as it takes, and are not suspended. */
  public WarrantyTerms(
      String kind, String covers, WarrantyStart begins, int months, @Nullable LocalDate fixedOn) {
    this(kind, covers, List.of(), begins, null, months, fixedOn, false);
  }

  /** So many months from the date of shipment. */
  public static WarrantyTerms fromShipment(String kind, int months) {
    return from(WarrantyStart.SHIPMENT, kind, months);
  }

  /** So many months from the date of installation. */
  public static WarrantyTerms fromInstallation(String kind, int months) {
    return from(WarrantyStart.INSTALLATION, kind, months);
  }

  /** So many months from the date on which the unit is first taken into operation. */
  public static WarrantyTerms fromFirstUse(String kind, int months) {
    return from(WarrantyStart.FIRST_USE, kind, months);
  }

  /** So many months from this day on. */
  public static WarrantyTerms from(LocalDate firstDay, String kind, int months) {
    return from(WarrantyStart.FIXED, kind, months).withFixedOn(firstDay);
  }

  private static WarrantyTerms from(WarrantyStart begins, String kind, int months) {
    return new WarrantyTerms(kind, "", begins, months, null);
  }

  /** The same terms, said to cover this. */
  public WarrantyTerms covering(String what) {
    return withCovers(what);
  }

  /** The same terms, said not to cover these. */
  public WarrantyTerms excluding(String... what) {
    return withExclusions(List.of(what));
  }

  /** The same terms, beginning so many months after the shipment at the latest. */
  public WarrantyTerms startingAtLatest(int monthsAfterShipment) {
    return withLatestStart(monthsAfterShipment);
  }

  /** The same terms, with the days that the unit is in repair added to the end. */
  public WarrantyTerms suspendedWhileInRepair() {
    return withSuspendedInRepair(true);
  }
}

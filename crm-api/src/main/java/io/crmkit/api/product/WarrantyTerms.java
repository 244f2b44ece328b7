package io.crmkit.api.product;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a warranty, as a product promises them or as they were granted for one unit.
 *
 * @param kind tells the warranties of a unit apart, such as {@code "parts"} or {@code "full"}; 1 to
 *     40 characters
 * @param covers what it covers, for people; may be empty
 * @param begins what it runs from
 * @param months how long it runs, one or more
 * @param fixedOn its first day, for {@link WarrantyStart#FIXED} only
 */
public record WarrantyTerms(
    String kind, String covers, WarrantyStart begins, int months, @Nullable LocalDate fixedOn) {

  public WarrantyTerms {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(covers, "covers");
    Objects.requireNonNull(begins, "begins");
  }

  /** So many months from the date of shipment. */
  public static WarrantyTerms fromShipment(String kind, int months) {
    return new WarrantyTerms(kind, "", WarrantyStart.SHIPMENT, months, null);
  }

  /** So many months from the date of installation. */
  public static WarrantyTerms fromInstallation(String kind, int months) {
    return new WarrantyTerms(kind, "", WarrantyStart.INSTALLATION, months, null);
  }

  /** So many months from this day on. */
  public static WarrantyTerms from(LocalDate firstDay, String kind, int months) {
    return new WarrantyTerms(kind, "", WarrantyStart.FIXED, months, firstDay);
  }

  /** The same terms, said to cover this. */
  public WarrantyTerms covering(String what) {
    return new WarrantyTerms(kind, what, begins, months, fixedOn);
  }
}

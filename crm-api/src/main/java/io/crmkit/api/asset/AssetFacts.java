package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.site.SiteId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What others need to know of a unit to decide whether it is covered.
 *
 * @param id the unit
 * @param customer whose it is
 * @param product the catalogue's product, or null if unknown to it
 * @param label how people name the unit: product and serial number
 * @param pathToRoot the unit itself, its parent, and so on up to the system
 * @param provisional whether title has not yet passed
 * @param warranties every warranty of the unit, past and future ones too
 * @param site where it stands, as people call it; null if that is not known
 * @param siteId the site at which it stands, by itself or within another unit; null if none is
 *     known that the caller may see
 */
public record AssetFacts(
    AssetId id,
    CustomerId customer,
    @Nullable ProductId product,
    String label,
    List<AssetId> pathToRoot,
    boolean provisional,
    List<WarrantyFact> warranties,
    @Nullable String site,
    @Nullable SiteId siteId) {

  public AssetFacts {
    pathToRoot = List.copyOf(pathToRoot);
    warranties = List.copyOf(warranties);
  }

  /** A unit that stands at no site that assets know of. */
  public AssetFacts(
      AssetId id,
      CustomerId customer,
      @Nullable ProductId product,
      String label,
      List<AssetId> pathToRoot,
      boolean provisional,
      List<WarrantyFact> warranties,
      @Nullable String site) {
    this(id, customer, product, label, pathToRoot, provisional, warranties, site, null);
  }

  /** A unit of which it is not known where it stands. */
  public AssetFacts(
      AssetId id,
      CustomerId customer,
      @Nullable ProductId product,
      String label,
      List<AssetId> pathToRoot,
      boolean provisional,
      List<WarrantyFact> warranties) {
    this(id, customer, product, label, pathToRoot, provisional, warranties, null, null);
  }

  /**
   * That a unit went from one customer to another.
   *
   * @param asset the unit
   * @param from who had it
   * @param on the day on which it went, the last time that it did
   */
  public record PassedOn(AssetId asset, CustomerId from, LocalDate on) {}

  /**
   * A warranty.
   *
   * @param kind such as {@code "parts"} or {@code "full"}
   * @param start its first day
   * @param end the day after its last
   * @param covers what it covers, for people
   * @param exclusions what it does not cover, for people
   */
  public record WarrantyFact(
      String kind, LocalDate start, LocalDate end, String covers, List<String> exclusions) {

    public WarrantyFact {
      exclusions = List.copyOf(exclusions);
    }

    /** A warranty that excludes nothing. */
    public WarrantyFact(String kind, LocalDate start, LocalDate end, String covers) {
      this(kind, start, end, covers, List.of());
    }
  }
}

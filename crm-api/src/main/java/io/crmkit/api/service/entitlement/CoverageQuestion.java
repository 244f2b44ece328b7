package io.crmkit.api.service.entitlement;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.site.SiteId;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose need is it, what is it about, and on which day.
 *
 * @param customer who asks for help
 * @param asset the unit, or null if none is known
 * @param product the product, or null; where a unit is named and known to the catalogue, its own
 *     counts
 * @param site the name of the site, or null
 * @param on the day in the tenant's zone
 * @param siteId the customer's site, or null; where a unit is named that stands at one, that counts
 */
public record CoverageQuestion(
    CustomerId customer,
    @Nullable AssetId asset,
    @Nullable ProductId product,
    @Nullable String site,
    LocalDate on,
    @Nullable SiteId siteId) {

  public CoverageQuestion {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(on, "on");
  }

  /** At no site that assets know of, unless the unit stands at one. */
  public CoverageQuestion(
      CustomerId customer,
      @Nullable AssetId asset,
      @Nullable ProductId product,
      @Nullable String site,
      LocalDate on) {
    this(customer, asset, product, site, on, null);
  }

  /** A question about a unit. */
  public static CoverageQuestion about(CustomerId customer, AssetId asset, LocalDate on) {
    return new CoverageQuestion(customer, asset, null, null, on);
  }
}

package io.crmkit.api.service.contract;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.value.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a service contract covers. Exactly the component that the scope speaks of is set.
 *
 * @param scope what kind of thing
 * @param asset the unit, for {@link Scope#ASSET} and {@link Scope#ASSET_AND_BELOW}; may be
 *     provisional
 * @param product the product, for {@link Scope#PRODUCT}: every unit of it that the customer has
 * @param site the name of the site, for {@link Scope#SITE}; compared letter for letter with what
 *     the need is said to be at; null where {@code siteId} names it
 * @param level a service level of its own, or null for the contract's
 * @param price the part of the price that falls on it, or null
 * @param siteId the contract's customer's site, for {@link Scope#SITE}: every unit that stands
 *     there, by itself or within another; null where {@code site} names it
 */
public record CoverageItem(
    Scope scope,
    @Nullable AssetId asset,
    @Nullable ProductId product,
    @Nullable String site,
    @Nullable ServiceLevelId level,
    @Nullable Money price,
    @Nullable SiteId siteId) {

  /** What kind of thing is covered, from the narrowest to the widest. */
  public enum Scope {
    /** One unit, without what hangs below it. */
    ASSET,
    /** One unit and everything below it, also what is added later. */
    ASSET_AND_BELOW,
    PRODUCT,
    SITE,
    /** Everything that the customer has. */
    CUSTOMER
  }

  /**
   * @throws IllegalArgumentException if a component is set that the scope does not speak of, or its
   *     own is missing
   */
  public CoverageItem {
    Objects.requireNonNull(scope, "scope");
    boolean ofAsset = scope == Scope.ASSET || scope == Scope.ASSET_AND_BELOW;
    boolean fits =
        (asset != null) == ofAsset
            && (product != null) == (scope == Scope.PRODUCT)
            && (site != null || siteId != null) == (scope == Scope.SITE)
            && (site == null || siteId == null);
    if (!fits) {
      throw new IllegalArgumentException("a coverage of scope " + scope + " names exactly that");
    }
  }

  /** Without a site that assets know of. */
  public CoverageItem(
      Scope scope,
      @Nullable AssetId asset,
      @Nullable ProductId product,
      @Nullable String site,
      @Nullable ServiceLevelId level,
      @Nullable Money price) {
    this(scope, asset, product, site, level, price, null);
  }

  /** One unit, without what hangs below it. */
  public static CoverageItem asset(AssetId asset) {
    return new CoverageItem(Scope.ASSET, asset, null, null, null, null);
  }

  /** One unit and everything below it. */
  public static CoverageItem assetAndBelow(AssetId asset) {
    return new CoverageItem(Scope.ASSET_AND_BELOW, asset, null, null, null, null);
  }

  /** Every unit of a product. */
  public static CoverageItem product(ProductId product) {
    return new CoverageItem(Scope.PRODUCT, null, product, null, null, null);
  }

  /** Every unit that stands at a site of the customer's. */
  public static CoverageItem site(SiteId site) {
    return new CoverageItem(Scope.SITE, null, null, null, null, null, site);
  }

  /** Everything at a site, as people name it. */
  public static CoverageItem site(String site) {
    return new CoverageItem(Scope.SITE, null, null, site, null, null);
  }

  /** Everything that the customer has. */
  public static CoverageItem wholeCustomer() {
    return new CoverageItem(Scope.CUSTOMER, null, null, null, null, null);
  }

  /** The same thing at a service level of its own. */
  public CoverageItem at(ServiceLevelId ownLevel) {
    return new CoverageItem(scope, asset, product, site, ownLevel, price, siteId);
  }

  /** The same thing with its part of the price. */
  public CoverageItem priced(Money part) {
    return new CoverageItem(scope, asset, product, site, level, part, siteId);
  }
}

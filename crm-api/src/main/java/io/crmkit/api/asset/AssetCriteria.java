package io.crmkit.api.asset;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.product.ProductId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Conditions that sales and service ask for again and again, to be combined with others.
 *
 * <pre>{@code
 * // White spots: who has the press, and none of our service kits
 * customers.search(Query.where(
 *     AssetCriteria.hasProduct(press).and(Criteria.not(AssetCriteria.hasProduct(kit)))));
 * }</pre>
 */
public final class AssetCriteria {

  private static final List<AssetStatus> INSTALLED_BASE =
      Arrays.stream(AssetStatus.values()).filter(AssetStatus::inInstalledBase).toList();

  private AssetCriteria() {}

  /** Units that are part of the installed base. */
  public static Criteria<Asset> installedBase() {
    return AssetAttributes.STATUS.in(INSTALLED_BASE);
  }

  /** Customers whose installed base has a unit of this product. */
  public static Criteria<Customer> hasProduct(ProductId product) {
    return has(AssetAttributes.PRODUCT.eq(product));
  }

  /** Customers whose installed base has a unit of this kind. */
  public static Criteria<Customer> has(Criteria<Asset> units) {
    return Criteria.having(AssetAttributes.CUSTOMER, installedBase().and(units));
  }

  /** Units that a warranty covers on this day. */
  public static Criteria<Asset> underWarranty(LocalDate day) {
    return Criteria.having(
        AssetAttributes.WARRANTY_ASSET,
        AssetAttributes.WARRANTY_STARTS_ON
            .lessThan(day.plusDays(1))
            .and(AssetAttributes.WARRANTY_ENDS_ON.atLeast(day.plusDays(1))));
  }

  /** Units that a warranty covers on this day, and not so many days later. */
  public static Criteria<Asset> warrantyEndingWithin(LocalDate day, int days) {
    return Criteria.having(
        AssetAttributes.WARRANTY_ASSET,
        AssetAttributes.WARRANTY_STARTS_ON
            .lessThan(day.plusDays(1))
            .and(
                AssetAttributes.WARRANTY_ENDS_ON.between(
                    day.plusDays(1), day.plusDays(days + 1L))));
  }
}

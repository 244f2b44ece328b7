package io.crmkit.api.service.request;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.ProductId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose request it is and what it is about.
 *
 * @param customer who asks for help
 * @param caller the person who called: an individual customer of their own, or null
 * @param asset the unit, or null if none is known yet
 * @param product the product, or null
 * @param site the name of the site, or null
 * @param parent the request that this one is a part of, or null
 */
public record RequestSubject(
    CustomerId customer,
    @Nullable CustomerId caller,
    @Nullable AssetId asset,
    @Nullable ProductId product,
    @Nullable String site,
    @Nullable ServiceRequestId parent) {

  public RequestSubject {
    Objects.requireNonNull(customer, "customer");
  }

  /** A request of which only the customer is known. */
  public static RequestSubject of(CustomerId customer) {
    return new RequestSubject(customer, null, null, null, null, null);
  }

  /** A request about a unit. */
  public static RequestSubject about(CustomerId customer, AssetId asset) {
    return of(customer).withAsset(asset);
  }

  /** The same, about this unit. */
  public RequestSubject withAsset(AssetId unit) {
    return new RequestSubject(customer, caller, unit, product, site, parent);
  }

  /** The same, called in by this person. */
  public RequestSubject calledBy(CustomerId person) {
    return new RequestSubject(customer, person, asset, product, site, parent);
  }

  /** The same, about this product. */
  public RequestSubject withProduct(ProductId kind) {
    return new RequestSubject(customer, caller, asset, kind, site, parent);
  }

  /** The same, at this site. */
  public RequestSubject at(String place) {
    return new RequestSubject(customer, caller, asset, product, place, parent);
  }

  /** The same, as a part of another request. */
  public RequestSubject partOf(ServiceRequestId whole) {
    return new RequestSubject(customer, caller, asset, product, site, whole);
  }
}

package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import java.util.Objects;

/**
 * A unit had this status, at this customer.
 *
 * @param id this fact
 * @param version always 1
 * @param asset the unit
 * @param status its status
 * @param cause the step that led there, a stable word such as {@code "promote"}
 * @param holder who had the unit then
 * @param time when that was, and when it was recorded
 */
public record AssetStatusFact(
    AssetFactId id,
    long version,
    AssetId asset,
    AssetStatus status,
    String cause,
    CustomerId holder,
    FactTime time)
    implements AssetFact {

  public AssetStatusFact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(time, "time");
  }
}

package io.crmkit.api.asset;

import java.util.Objects;

/**
 * A unit had this status.
 *
 * @param id this fact
 * @param version always 1
 * @param asset the unit
 * @param status its status
 * @param cause the step that led there, a stable word such as {@code "promote"}
 * @param time when that was, and when it was recorded
 */
public record AssetStatusFact(
    AssetFactId id, long version, AssetId asset, AssetStatus status, String cause, FactTime time)
    implements AssetFact {

  public AssetStatusFact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(time, "time");
  }
}

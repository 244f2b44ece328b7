package io.crmkit.api.asset;

import java.util.Objects;

/**
 * That something about a unit's past was entered late or told otherwise. A snapshot, immutable;
 * what was so stands among the facts of the unit's history.
 *
 * @param id this correction
 * @param version always 1
 * @param asset the unit
 * @param what which of its facts: {@code status}, {@code placement} or {@code party}
 * @param told what was so, as a program writes it
 * @param time since when and until when it was so, and when that came to be known
 */
public record AssetCorrection(
    AssetFactId id, long version, AssetId asset, String what, String told, FactTime time) {

  public AssetCorrection {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(told, "told");
    Objects.requireNonNull(time, "time");
  }
}

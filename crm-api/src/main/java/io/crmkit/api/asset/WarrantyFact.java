package io.crmkit.api.asset;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a warranty's days from a moment on. Facts are only ever added: of those of one
 * warranty, the one recorded last is believed. A snapshot, immutable.
 *
 * @param id this fact
 * @param version always 1
 * @param warranty the warranty it speaks of
 * @param asset the unit
 * @param cover the days it covers; this is when the fact is true
 * @param cause what made it so: {@code "grant"}, {@code "begin"}, {@code "extend"}, {@code
 *     "correct"}, {@code "suspend"} or {@code "close"}
 * @param why the reason that was given; null if none was asked for
 * @param recordedAt when we came to know it
 */
public record WarrantyFact(
    WarrantyFactId id,
    long version,
    WarrantyId warranty,
    AssetId asset,
    WarrantyCover cover,
    String cause,
    @Nullable String why,
    Instant recordedAt) {

  public WarrantyFact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(warranty, "warranty");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(cover, "cover");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(recordedAt, "recordedAt");
  }
}

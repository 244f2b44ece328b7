package io.crmkit.api.asset;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes the labels that people find a unit by.
 *
 * @param id the unit
 * @param version as the caller read it
 * @param numbers the labels; null takes all away
 */
public record LabelAsset(AssetId id, long version, @Nullable AssetNumbers numbers) {

  public LabelAsset {
    Objects.requireNonNull(id, "id");
  }
}

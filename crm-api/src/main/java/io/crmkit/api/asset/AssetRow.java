package io.crmkit.api.asset;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit as another system lists it.
 *
 * @param reference what the other system calls it; it becomes the unit's reference number, and is
 *     how a unit that was taken before is known again
 * @param unit what is known of it; its placement names no parent if {@code within} does
 * @param within the reference of the unit that it is part of, in the same list, before or behind,
 *     or taken earlier; null if it stands alone or its placement names the parent
 */
public record AssetRow(String reference, RegisterAsset unit, @Nullable String within) {

  public AssetRow {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(unit, "unit");
  }
}

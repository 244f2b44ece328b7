package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lends a unit, with everything below it, to another customer, who uses it and does not own it.
 *
 * @param id the unit
 * @param version as the caller read it
 * @param to who shall use it
 * @param inPlaceOf the borrower's unit that it stands in for, such as one in repair, whose place in
 *     the structure it takes; null if for none
 * @param dueOn the day on which it shall be back; null to leave that open
 */
@RecordBuilder
public record LendAsset(
    AssetId id, long version, CustomerId to, @Nullable AssetId inPlaceOf, @Nullable LocalDate dueOn)
    implements LendAssetBuilder.With {

  public LendAsset {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(to, "to");
  }

  public static LendAsset of(Asset asset, CustomerId to) {
    return new LendAsset(asset.id(), asset.version(), to, null, null);
  }
}

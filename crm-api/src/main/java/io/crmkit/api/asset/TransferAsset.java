package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Title to a unit, with everything below it, passes to another customer. The unit stays what it is:
 * same id, numbers, history.
 *
 * @param id the unit
 * @param version as the caller read it
 * @param to who has it from now on
 * @param placement where it is at that customer's, at one of its sites if any; null to stand alone,
 *     as what it was, at none
 * @param cover what becomes of the warranties
 */
@RecordBuilder
public record TransferAsset(
    AssetId id, long version, CustomerId to, @Nullable Placement placement, CoverOnTransfer cover)
    implements TransferAssetBuilder.With {

  public TransferAsset {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(cover, "cover");
  }

  /** Standing alone, its warranties going along. */
  public static TransferAsset of(Asset asset, CustomerId to) {
    return new TransferAsset(asset.id(), asset.version(), to, null, CoverOnTransfer.CARRY);
  }
}

package io.crmkit.api.asset;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;

/**
 * One unit takes the place of another at the same customer.
 *
 * @param id the unit that goes
 * @param version of it, as the caller read it
 * @param by the unit that comes; it is registered already
 * @param byVersion of it, as the caller read it
 * @param exchange why one unit takes the place of another
 * @param parts what becomes of the units within the one that goes
 */
@RecordBuilder
public record ReplaceAsset(
    AssetId id,
    long version,
    AssetId by,
    long byVersion,
    Exchange exchange,
    Parts parts)
    implements ReplaceAssetBuilder.With {

  /** Why one unit takes the place of another. */
  public enum Exchange {
    /** It failed, or was worn. */
    REPLACEMENT,
    /** Something better came. */
    UPGRADE
  }

  /** What becomes of the units within the one that goes. */
  public enum Parts {
    /** They are put into the one that comes. */
    MOVE_OVER,
    /** They go with it. */
    GO_ALONG
  }

  public ReplaceAsset {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(parts, "parts");
  }

  /** A failed unit gives way to another, its parts going with it. */
  public static ReplaceAsset of(Asset goes, Asset comes) {
    return new ReplaceAsset(
        goes.id(),
        goes.version(),
        comes.id(),
        comes.version(),
        Exchange.REPLACEMENT,
        Parts.GO_ALONG);
  }
}

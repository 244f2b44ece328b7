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
 * @param warranties what the unit that comes inherits of the warranties that cover the one that
 *     goes; these end that day in any case
 */
@RecordBuilder
public record ReplaceAsset(
    AssetId id,
    long version,
    AssetId by,
    long byVersion,
    Exchange exchange,
    Parts parts,
    Inherited warranties)
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

  /** What a unit inherits of the warranties of the one that it replaces. */
  public enum Inherited {
    /** Nothing: it has its own. */
    NOTHING,
    /** The rest of them: each ends on the day on which it would have ended. */
    REST_OF_OLD,
    /** Each anew, all of its months from that day on. */
    FRESH,
    /** Of the rest and as many months as the terms have, whichever ends later. */
    LONGER
  }

  public ReplaceAsset {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(parts, "parts");
    Objects.requireNonNull(warranties, "warranties");
  }

  /**
   * A failed unit gives way to another, which inherits the rest of its warranties; its parts go
   * with it.
   */
  public static ReplaceAsset of(Asset goes, Asset comes) {
    return new ReplaceAsset(
        goes.id(),
        goes.version(),
        comes.id(),
        comes.version(),
        Exchange.REPLACEMENT,
        Parts.GO_ALONG,
        Inherited.REST_OF_OLD);
  }
}

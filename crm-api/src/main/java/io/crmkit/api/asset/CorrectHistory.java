package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Enters a fact about a unit's past that was learnt late, or that was recorded wrongly; why, say by
 * {@code CrmSession.because}. What was known before stays readable; from now on this is believed of
 * the time that it speaks of.
 *
 * @param id the unit
 * @param version as the caller read it
 * @param what what was so
 * @param from since when
 * @param to until when; null if it is so still, which changes the unit's present state, too
 */
@RecordBuilder
public record CorrectHistory(
    AssetId id, long version, What what, Instant from, @Nullable Instant to)
    implements CorrectHistoryBuilder.With {

  /** What was so. */
  public sealed interface What permits Status, Placed, Party {}

  /**
   * The unit had this status.
   *
   * @param status a status of the installed base, or one of a unit that has left it
   */
  public record Status(AssetStatus status) implements What {

    public Status {
      Objects.requireNonNull(status, "status");
    }
  }

  /**
   * The unit was there.
   *
   * @param placement where; the unit that it was within was the same customer's
   */
  public record Placed(Placement placement) implements What {

    public Placed {
      Objects.requireNonNull(placement, "placement");
    }
  }

  /**
   * A customer was this to the unit. Who owned it is told by transfers, not here.
   *
   * @param party what
   * @param customer who; null if nobody was
   */
  public record Party(AssetParty party, @Nullable CustomerId customer) implements What {

    public Party {
      Objects.requireNonNull(party, "party");
    }
  }

  public CorrectHistory {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(from, "from");
  }
}

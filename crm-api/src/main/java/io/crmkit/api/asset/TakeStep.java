package io.crmkit.api.asset;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step in a unit's life.
 *
 * @param id the unit
 * @param version as the caller read it
 * @param step what happens
 * @param reach how far down
 * @param on the business date, such as that of the installation; null for the date on which the
 *     command occurs
 */
@RecordBuilder
public record TakeStep(
    AssetId id, long version, AssetStep step, Reach reach, @Nullable LocalDate on)
    implements TakeStepBuilder.With {

  public TakeStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(reach, "reach");
  }

  /** A step of this unit alone, on the date on which the command occurs. */
  public static TakeStep of(Asset asset, AssetStep step) {
    return new TakeStep(asset.id(), asset.version(), step, Reach.UNIT, null);
  }
}

package io.crmkit.api.asset;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit stands and how it came there.
 *
 * @param status where it is in its life, as known now
 * @param supply how it came to the customer
 * @param tenure by what right the customer has it
 * @param shippedOn when it was shipped, if known
 * @param installedOn when it was set up, if it was
 * @param firstUsedOn when it was first taken into operation, if it was and the day is known
 * @param titleOn when title passed, if it did
 */
@RecordBuilder
public record AssetLife(
    AssetStatus status,
    Supply supply,
    Tenure tenure,
    @Nullable LocalDate shippedOn,
    @Nullable LocalDate installedOn,
    @Nullable LocalDate firstUsedOn,
    @Nullable LocalDate titleOn)
    implements AssetLifeBuilder.With {

  public AssetLife {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(supply, "supply");
    Objects.requireNonNull(tenure, "tenure");
  }

  /** A unit of which it is not known whether it was ever used. */
  public AssetLife(
      AssetStatus status,
      Supply supply,
      Tenure tenure,
      @Nullable LocalDate shippedOn,
      @Nullable LocalDate installedOn,
      @Nullable LocalDate titleOn) {
    this(status, supply, tenure, shippedOn, installedOn, null, titleOn);
  }

  /** A unit with this status and supply, owned by the customer, with no dates known. */
  public static AssetLife of(AssetStatus status, Supply supply) {
    return new AssetLife(status, supply, Tenure.OWNED, null, null, null, null);
  }
}

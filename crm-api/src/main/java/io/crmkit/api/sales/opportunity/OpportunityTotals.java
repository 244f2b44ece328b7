package io.crmkit.api.sales.opportunity;

import io.crmkit.api.sales.pipeline.StageCategory;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question about the opportunities that the caller may see.
 *
 * @param by into which groups they are put
 * @param categories which are counted; all if empty
 * @param closedFrom the first date of closing that is counted, or null
 * @param closedTo the date of closing before which they are counted, or null
 */
@RecordBuilder
public record OpportunityTotals(
    Dimension by,
    Set<StageCategory> categories,
    @Nullable LocalDate closedFrom,
    @Nullable LocalDate closedTo)
    implements OpportunityTotalsBuilder.With {

  public OpportunityTotals {
    categories = Set.copyOf(categories);
  }

  /** Of these categories, or all if none is named. */
  public static OpportunityTotals by(Dimension dimension, StageCategory... categories) {
    return new OpportunityTotals(dimension, Set.of(categories), null, null);
  }

  /** What opportunities are grouped by. */
  public enum Dimension {
    /** All in one group, {@code ""}. */
    NOTHING,
    /** The stage's code. */
    STAGE,
    /** The product's name, {@code ""} if none. */
    PRODUCT,
    /** The salesperson's region, {@code ""} if none. */
    REGION,
    /** The salesperson's team, {@code ""} if none. */
    TEAM,
    /** The salesperson. */
    OWNER,
    /** The quarter of closing, such as {@code "2017-Q1"}; {@code ""} while open. */
    CLOSE_QUARTER
  }
}

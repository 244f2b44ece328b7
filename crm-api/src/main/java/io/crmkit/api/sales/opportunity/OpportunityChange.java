package io.crmkit.api.sales.opportunity;

import io.crmkit.api.sales.pipeline.PipelineId;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of an opportunity's history: how it stood from {@code occurredAt} on. Only ever added.
 *
 * @param id the row; rows of the same moment happened in the order of their ids
 * @param version always 1
 * @param opportunity whose history
 * @param kind what happened
 * @param standing how the opportunity stood afterwards
 * @param occurredAt when it happened
 * @param recordedAt when it was written down
 * @param actor the id of whoever did it
 */
public record OpportunityChange(
    OpportunityChangeId id,
    long version,
    OpportunityId opportunity,
    Kind kind,
    Standing standing,
    Instant occurredAt,
    Instant recordedAt,
    String actor) {

  /** What happened. */
  public enum Kind {
    OPENED,
    MOVED,
    REOPENED,
    /** Amount, date or owner changed; the stage did not. */
    AMENDED,
    /** Put onto another revision of its pipeline. */
    MIGRATED
  }

  /**
   * How an opportunity stood.
   *
   * @param pipeline the revision that it followed
   * @param stage the stage's code
   * @param category what the stage meant
   * @param probability of winning, in percent
   * @param amount what it was thought to be worth, or null
   * @param expectedClose when it was to be won, or null
   * @param owner who sold
   */
  public record Standing(
      PipelineId pipeline,
      String stage,
      StageCategory category,
      int probability,
      @Nullable Money amount,
      @Nullable LocalDate expectedClose,
      String owner) {}
}

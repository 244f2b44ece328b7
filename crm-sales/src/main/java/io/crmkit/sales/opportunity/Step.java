package io.crmkit.sales.opportunity;

import io.crmkit.api.sales.pipeline.StageCategory;
import org.jspecify.annotations.Nullable;

/**
 * A step that is to be taken.
 *
 * @param kind which
 * @param stage the stage named, or null for the one that follows
 * @param reason why, where the step asks for it, or null
 */
record Step(Kind kind, @Nullable String stage, @Nullable String reason) {

  /** Kinds of steps, with the category of the stages that they lead to. */
  enum Kind {
    ADVANCE(StageCategory.OPEN),
    WIN(StageCategory.WON),
    LOSE(StageCategory.LOST),
    REOPEN(StageCategory.OPEN);

    final StageCategory leadsTo;

    Kind(StageCategory leadsTo) {
      this.leadsTo = leadsTo;
    }
  }
}

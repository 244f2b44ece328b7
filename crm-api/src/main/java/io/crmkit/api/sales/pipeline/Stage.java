package io.crmkit.api.sales.pipeline;

import io.crmkit.api.value.Label;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A stage of a pipeline.
 *
 * @param code unique within the pipeline: lower-case letters, digits and hyphens
 * @param label its name for people
 * @param category what it means for the deal
 * @param probability that the deal is won, in percent: 100 when won, 0 when lost
 * @param entry guards asked when an opportunity enters
 * @param exit guards asked when an opportunity leaves for any stage but a lost one: nothing keeps a
 *     deal from being lost but the entry guards of the lost stage
 * @param requiredFields fields of the opportunity without which it cannot enter, by {@link
 *     RequiredFields}
 * @param movesTo codes of the stages that may come next; an open stage after a closed one is a
 *     reopening
 */
@RecordBuilder
public record Stage(
    String code,
    Label label,
    StageCategory category,
    int probability,
    List<StageGuard> entry,
    List<StageGuard> exit,
    List<String> requiredFields,
    List<String> movesTo)
    implements StageBuilder.With {

  public Stage {
    entry = List.copyOf(entry);
    exit = List.copyOf(exit);
    requiredFields = List.copyOf(requiredFields);
    movesTo = List.copyOf(movesTo);
  }

  /** An open stage without guards. */
  public static Stage open(String code, Label label, int probability) {
    return of(code, label, StageCategory.OPEN).withProbability(probability);
  }

  /** A won stage without guards. */
  public static Stage won(String code, Label label) {
    return of(code, label, StageCategory.WON).withProbability(100);
  }

  /** A lost stage without guards. */
  public static Stage lost(String code, Label label) {
    return of(code, label, StageCategory.LOST);
  }

  /** This stage, entered only if these guards have nothing against it. */
  public Stage entering(StageGuard... guards) {
    return withEntry(List.of(guards));
  }

  /** This stage, left only if these guards have nothing against it. */
  public Stage leaving(StageGuard... guards) {
    return withExit(List.of(guards));
  }

  /** This stage, entered only with these fields. */
  public Stage requiring(String... fields) {
    return withRequiredFields(List.of(fields));
  }

  /** This stage, followed by these. */
  public Stage to(String... codes) {
    return withMovesTo(List.of(codes));
  }

  private static Stage of(String code, Label label, StageCategory category) {
    return new Stage(code, label, category, 0, List.of(), List.of(), List.of(), List.of());
  }
}

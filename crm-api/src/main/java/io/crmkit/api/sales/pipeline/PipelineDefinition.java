package io.crmkit.api.sales.pipeline;

import io.crmkit.api.value.Label;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The workflow of a kind of deal.
 *
 * @param code the pipeline's stable name: lower-case letters, digits and hyphens
 * @param name its name for people
 * @param stages in their order; opportunities begin in the first
 * @param actions what is done when an opportunity has entered a stage, in this order
 */
@RecordBuilder
public record PipelineDefinition(
    String code, Label name, List<Stage> stages, List<StageAction> actions)
    implements PipelineDefinitionBuilder.With {

  /** The code of the pipeline that is used where none is named. */
  public static final String STANDARD = "standard";

  public PipelineDefinition {
    stages = List.copyOf(stages);
    // Definitions that were stored before there were actions have none.
    actions = actions == null ? List.of() : List.copyOf(actions);
  }

  /** A pipeline without actions. */
  public PipelineDefinition(String code, Label name, List<Stage> stages) {
    this(code, name, stages, List.of());
  }

  /** This pipeline, which does these besides when opportunities enter stages. */
  public PipelineDefinition doing(StageAction... more) {
    return withActions(Stream.concat(actions.stream(), Stream.of(more)).toList());
  }

  /** What is done when an opportunity has entered this stage. */
  public List<StageAction> actionsOf(String stageCode) {
    return actions.stream().filter(a -> a.stage().equals(stageCode)).toList();
  }

  /** The stage with this code. */
  public Optional<Stage> stage(String stageCode) {
    return stages.stream().filter(s -> s.code().equals(stageCode)).findFirst();
  }

  /** Where opportunities begin. */
  public Stage first() {
    return stages.get(0);
  }
}

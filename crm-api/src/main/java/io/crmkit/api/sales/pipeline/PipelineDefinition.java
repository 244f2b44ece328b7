package io.crmkit.api.sales.pipeline;

import io.crmkit.api.value.Label;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * The workflow of a kind of deal.
 *
 * @param code the pipeline's stable name: lower-case letters, digits and hyphens
 * @param name its name for people
 * @param stages in their order; opportunities begin in the first
 */
@RecordBuilder
public record PipelineDefinition(String code, Label name, List<Stage> stages)
    implements PipelineDefinitionBuilder.With {

  /** The code of the pipeline that is used where none is named. */
  public static final String STANDARD = "standard";

  public PipelineDefinition {
    stages = List.copyOf(stages);
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

package io.crmkit.api.sales.pipeline;

import java.util.Map;

/**
 * Opportunities in flight shall follow another revision.
 *
 * @param from the revision that they follow now
 * @param to the revision that they shall follow
 * @param stages codes of the old revision's open stages and of the new one's open stages that
 *     replace them; stages that are not named keep their code
 */
public record MigratePipeline(PipelineId from, PipelineId to, Map<String, String> stages) {

  public MigratePipeline {
    stages = Map.copyOf(stages);
  }
}

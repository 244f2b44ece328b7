package io.crmkit.sales.contribution;

import io.crmkit.api.CrmSession;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.PipelineId;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.value.Label;
import java.util.HashMap;
import java.util.Map;

/** What people call the stages, each by the revision of the pipeline that was followed. */
final class StageNames {

  private final CrmSession session;
  private final Map<PipelineId, PipelineDefinition> known = new HashMap<>();

  StageNames(CrmSession session) {
    this.session = session;
  }

  Label of(PipelineId pipeline, String stage) {
    return known
        .computeIfAbsent(pipeline, id -> session.get(Pipelines.class).get(id).definition())
        .stage(stage)
        .map(Stage::label)
        .orElse(Label.same(stage));
  }
}

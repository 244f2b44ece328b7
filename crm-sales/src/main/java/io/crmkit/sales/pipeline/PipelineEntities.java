package io.crmkit.sales.pipeline;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.pipeline.Pipeline;
import io.crmkit.core.spi.storage.Entity;

/** The declaration of pipelines. */
public final class PipelineEntities {

  static final Attribute<Pipeline, String> CODE =
      Attribute.of(Pipeline.class, "code", String.class);
  static final Attribute<Pipeline, Integer> REVISION =
      Attribute.of(Pipeline.class, "revision", Integer.class);

  public static final Entity<Pipeline> PIPELINES =
      Entity.of(Pipeline.class, SalesEntities.PIPELINE, "crm_pipeline")
          .json("definition")
          .unique(SalesReason.PIPELINE_REVISION_TAKEN, "code", "revision")
          .indexed("code")
          .appendOnly()
          .publicToTenant();

  private PipelineEntities() {}
}

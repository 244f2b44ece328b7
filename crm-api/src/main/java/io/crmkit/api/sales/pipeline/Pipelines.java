package io.crmkit.api.sales.pipeline;

import io.crmkit.api.module.ProvidedBy;
import java.util.List;
import java.util.Optional;

/** The tenant's pipelines. As safe for threads as the session it came from. */
@ProvidedBy("io.crmkit:crm-sales")
public interface Pipelines {

  /**
   * Adds a revision, which new opportunities follow from now on. Defining what is already in force
   * changes nothing.
   *
   * @throws io.crmkit.api.error.InvalidInput with every fault of the definition
   */
  Pipeline define(DefinePipeline command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Pipeline get(PipelineId id);

  /** The revision in force. */
  Optional<Pipeline> current(String code);

  /** The revisions in force of all pipelines, by code. */
  List<Pipeline> all();
}

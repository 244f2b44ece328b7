package io.crmkit.api.sales.pipeline;

/** A pipeline shall look like this from now on. */
public record DefinePipeline(PipelineDefinition definition) {}

package io.crmkit.api.sales.pipeline;

import java.time.Instant;

/**
 * One revision of a pipeline. It never changes; opportunities stay on theirs until they are
 * migrated.
 *
 * @param id this revision
 * @param version always 1
 * @param code the pipeline's stable name, the same in all revisions
 * @param revision 1 for the first
 * @param definition the workflow
 * @param definedAt when it was defined
 */
public record Pipeline(
    PipelineId id,
    long version,
    String code,
    int revision,
    PipelineDefinition definition,
    Instant definedAt) {}

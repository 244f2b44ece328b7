package io.crmkit.api.sales.opportunity;

import io.crmkit.api.sales.pipeline.PipelineId;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an opportunity stands in its pipeline.
 *
 * @param pipeline the revision that it follows
 * @param stage the stage's code
 * @param category what the stage means
 * @param probability of winning, in percent, by the stage
 * @param enteredAt when it entered the stage
 * @param changedAt when anything in its history last happened
 * @param closedOn the tenant's date of winning or losing, or null while open
 * @param lossReason why it was lost, or null
 */
@RecordBuilder
public record Progress(
    PipelineId pipeline,
    String stage,
    StageCategory category,
    int probability,
    Instant enteredAt,
    Instant changedAt,
    @Nullable LocalDate closedOn,
    @Nullable String lossReason)
    implements ProgressBuilder.With {}

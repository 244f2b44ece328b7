package io.crmkit.api.sales.opportunity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stay in a stage.
 *
 * @param stage the stage's code
 * @param enteredAt when it began
 * @param leftAt when it ended, or null if it has not
 * @param duration how long it lasted, until now if it has not ended
 */
public record StageStay(
    String stage, Instant enteredAt, @Nullable Instant leftAt, Duration duration) {}

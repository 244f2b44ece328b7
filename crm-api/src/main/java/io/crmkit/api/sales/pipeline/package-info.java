/** Pipelines: the workflow of opportunities, as data. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.sales.pipeline;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

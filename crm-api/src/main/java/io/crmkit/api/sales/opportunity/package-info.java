/** Opportunities: qualified needs on their way through a pipeline, and who decides about them. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.sales.opportunity;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

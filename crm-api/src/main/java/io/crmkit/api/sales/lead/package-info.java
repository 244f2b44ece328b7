/** Leads: needs that came in and are not yet qualified. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.sales.lead;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

/** What was said and written, and what was promised. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.customer.interaction;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

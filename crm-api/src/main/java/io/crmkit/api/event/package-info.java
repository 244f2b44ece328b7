/** Domain events: what happened, with stable names. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.event;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

/** Who changed what, when and why. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.audit;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

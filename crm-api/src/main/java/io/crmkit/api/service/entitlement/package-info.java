/** The entitlement check: which contract or warranty covers a need, and why the others do not. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.service.entitlement;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

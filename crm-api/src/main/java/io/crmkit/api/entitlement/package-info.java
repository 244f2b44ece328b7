/** What customers may draw on: hours, visits, incidents, seats, terms of use. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.api.entitlement;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

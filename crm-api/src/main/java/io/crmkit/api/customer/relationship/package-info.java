/** How customers are related to each other. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.customer.relationship;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

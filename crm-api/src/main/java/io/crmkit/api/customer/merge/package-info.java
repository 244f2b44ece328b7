/** What modules do when two records turn out to be one customer. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.api.customer.merge;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

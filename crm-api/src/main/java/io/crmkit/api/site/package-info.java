/** Sites: the places at which customers have their units, each with an address and a time zone. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.api.site;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

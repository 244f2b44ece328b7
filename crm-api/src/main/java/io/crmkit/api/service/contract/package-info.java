/** Service contracts: what is covered, for how long, at which service level. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.service.contract;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

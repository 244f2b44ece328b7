/** Service levels and the clocks that measure whether they are kept. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.service.sla;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

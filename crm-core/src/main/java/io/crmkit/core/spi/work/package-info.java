/** What a service works with: the unit of work and its guarded stores. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.core.spi.work;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

/** Timers: what a module wants done at a later moment, set in the transaction of a command. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.core.spi.timer;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

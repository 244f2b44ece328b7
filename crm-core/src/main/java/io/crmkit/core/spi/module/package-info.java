/** The door through which every module, built-in or third-party, comes in. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.core.spi.module;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

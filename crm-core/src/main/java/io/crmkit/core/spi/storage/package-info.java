/** How a module declares its aggregates and its named queries. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.core.spi.storage;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

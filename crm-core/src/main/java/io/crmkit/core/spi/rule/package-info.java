/** What pure rules answer with, and state machines as tables. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.core.spi.rule;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

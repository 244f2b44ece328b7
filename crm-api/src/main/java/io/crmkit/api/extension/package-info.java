/** Points at which modules extend each other without knowing each other. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.extension;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

/** What a loaded module says of itself. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.module;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

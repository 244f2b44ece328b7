/** The host's access policy, asked on every read and write. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.access;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

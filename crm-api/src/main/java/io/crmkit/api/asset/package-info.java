/** What customers own or use: the installed base. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.asset;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

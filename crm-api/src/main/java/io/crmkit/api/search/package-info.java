/** One search over everything, to which every module contributes. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.api.search;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

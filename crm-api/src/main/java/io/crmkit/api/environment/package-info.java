/** What customers' sites and units run with and on: dated snapshots, changes, differences. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.api.environment;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

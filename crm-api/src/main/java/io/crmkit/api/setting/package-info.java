/** What modules let hosts and tenants choose. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.api.setting;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

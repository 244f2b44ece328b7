/** What the features of sales share: its reasons, and the stable names of its records. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.sales;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

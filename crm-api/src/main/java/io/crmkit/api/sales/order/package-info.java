/** Orders: accepted quotes on their way through the ERP. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.sales.order;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

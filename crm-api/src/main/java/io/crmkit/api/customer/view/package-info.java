/** Everything about a customer at one glance, from every module. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.customer.view;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

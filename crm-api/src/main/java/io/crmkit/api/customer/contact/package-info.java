/** Who works where, for whom, and with what influence. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.customer.contact;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

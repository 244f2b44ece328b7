/** Price books: what things cost, in which currency, from which quantity. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.sales.pricing;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

/** Quotes: offers with lines, discounts and tax that always sum to the cent. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.sales.quote;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

/** Quotes: offers with lines, discounts and tax that always sum to the cent. */
@NullMarked
package io.crmkit.api.sales.quote;

import org.jspecify.annotations.NullMarked;

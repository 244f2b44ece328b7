/** Price books: what things cost, in which currency, from which quantity. */
@NullMarked
package io.crmkit.api.sales.pricing;

import org.jspecify.annotations.NullMarked;

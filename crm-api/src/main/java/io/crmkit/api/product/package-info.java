/** The catalogue of what is for sale. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.product;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

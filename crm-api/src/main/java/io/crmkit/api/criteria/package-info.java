/** The one query language: a small sealed algebra over declared, typed attributes. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.criteria;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

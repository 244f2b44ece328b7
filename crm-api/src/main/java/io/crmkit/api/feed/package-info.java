/** The change feed: what was written in a tenant, in order, resumable. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.feed;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

/** Proposals: bid documents written as a tree by several people and merged into one Word file. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.api.proposal;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

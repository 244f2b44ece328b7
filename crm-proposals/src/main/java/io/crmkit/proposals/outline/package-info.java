/** The outlines that every proposal can begin with. */
@NullMarked
package io.crmkit.proposals.outline;

import org.jspecify.annotations.NullMarked;

/** Tests of proposals and their trees. */
@NullMarked
package io.crmkit.proposals.proposal;

import org.jspecify.annotations.NullMarked;

/** Proposals and their trees: entities, rules, services. */
@NullMarked
package io.crmkit.proposals.proposal;

import org.jspecify.annotations.NullMarked;

/** Proposals: bid documents written as a tree by several people and merged into one Word file. */
@NullMarked
package io.crmkit.api.proposal;

import org.jspecify.annotations.NullMarked;

/** Proposals: bid documents, written as a tree and merged into one Word file. */
@NullMarked
package io.crmkit.proposals;

import org.jspecify.annotations.NullMarked;

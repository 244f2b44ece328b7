/**
 * Merging of documents into one Word file; {@link io.crmkit.proposals.word.WordMerger} is the way
 * in.
 */
@NullMarked
package io.crmkit.proposals.word;

import org.jspecify.annotations.NullMarked;

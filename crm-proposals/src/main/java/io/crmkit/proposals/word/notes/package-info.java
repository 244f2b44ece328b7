/** Merging of footnotes, endnotes and comments. */
@NullMarked
package io.crmkit.proposals.word.notes;

import org.jspecify.annotations.NullMarked;

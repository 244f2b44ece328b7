/** Merging of styles. */
@NullMarked
package io.crmkit.proposals.word.styles;

import org.jspecify.annotations.NullMarked;

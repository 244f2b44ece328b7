/** Merging of list definitions. */
@NullMarked
package io.crmkit.proposals.word.numbering;

import org.jspecify.annotations.NullMarked;

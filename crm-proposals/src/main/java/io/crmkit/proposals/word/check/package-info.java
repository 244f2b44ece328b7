/** Refusal of hostile or foreign files: limits and reasons. */
@NullMarked
package io.crmkit.proposals.word.check;

import org.jspecify.annotations.NullMarked;

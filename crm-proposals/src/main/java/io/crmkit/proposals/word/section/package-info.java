/** Sections: page setup, headers and footers. */
@NullMarked
package io.crmkit.proposals.word.section;

import org.jspecify.annotations.NullMarked;

/** Building of contents tables. */
@NullMarked
package io.crmkit.proposals.word.toc;

import org.jspecify.annotations.NullMarked;

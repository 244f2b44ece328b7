/** Writing small Word documents from scratch. */
@NullMarked
package io.crmkit.proposals.word.sample;

import org.jspecify.annotations.NullMarked;

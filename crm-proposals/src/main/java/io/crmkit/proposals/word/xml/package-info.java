/** A small XML tree with safe reading and deterministic writing. */
@NullMarked
package io.crmkit.proposals.word.xml;

import org.jspecify.annotations.NullMarked;

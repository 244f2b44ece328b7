/** The package format: zip archive, parts, content types and relationships. */
@NullMarked
package io.crmkit.proposals.word.opc;

import org.jspecify.annotations.NullMarked;

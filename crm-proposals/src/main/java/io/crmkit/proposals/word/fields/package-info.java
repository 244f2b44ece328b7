/** Merge fields: values, their formatting by language, and filling them into a document. */
@NullMarked
package io.crmkit.proposals.word.fields;

import org.jspecify.annotations.NullMarked;

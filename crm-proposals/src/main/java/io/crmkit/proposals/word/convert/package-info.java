/** Turning Markdown, HTML, text, tables and pictures into document content. */
@NullMarked
package io.crmkit.proposals.word.convert;

import org.jspecify.annotations.NullMarked;

/**
 * Content of a document without any format: headings, paragraphs, lists, tables.
 *
 * <p>A module that prints (a quote, a contract) builds a {@link
 * io.crmkit.api.document.content.DocumentContent}; a renderer turns it into Word, PDF or HTML. Text
 * is always text: it is never read as markup and never as a merge field, so that what customers and
 * users typed cannot change a document's structure.
 *
 * <p>All types are immutable and safe to share between threads; lists are copied.
 */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.api.document.content;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

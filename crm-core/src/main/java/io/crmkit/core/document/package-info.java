/** The document store: files in chunks, equal contents kept once within a tenant. */
@NullMarked
package io.crmkit.core.document;

import org.jspecify.annotations.NullMarked;

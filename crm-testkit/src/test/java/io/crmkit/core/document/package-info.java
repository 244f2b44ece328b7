/** Contract tests of the document store. */
@NullMarked
package io.crmkit.core.document;

import org.jspecify.annotations.NullMarked;

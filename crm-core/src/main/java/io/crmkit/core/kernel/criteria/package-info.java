/** The interpreter of criteria over records, and the keys of pages. */
@NullMarked
package io.crmkit.core.kernel.criteria;

import org.jspecify.annotations.NullMarked;

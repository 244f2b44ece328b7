/** Quotes and their computation. */
@NullMarked
package io.crmkit.sales.quote;

import org.jspecify.annotations.NullMarked;

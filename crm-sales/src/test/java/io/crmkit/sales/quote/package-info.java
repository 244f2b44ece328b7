/** Tests of quotes. */
@NullMarked
package io.crmkit.sales.quote;

import org.jspecify.annotations.NullMarked;

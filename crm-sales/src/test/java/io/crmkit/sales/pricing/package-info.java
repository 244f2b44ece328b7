/** Tests of price books. */
@NullMarked
package io.crmkit.sales.pricing;

import org.jspecify.annotations.NullMarked;

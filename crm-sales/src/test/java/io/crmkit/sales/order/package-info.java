/** Tests of orders. */
@NullMarked
package io.crmkit.sales.order;

import org.jspecify.annotations.NullMarked;

/** Orders and the ERP. */
@NullMarked
package io.crmkit.sales.order;

import org.jspecify.annotations.NullMarked;

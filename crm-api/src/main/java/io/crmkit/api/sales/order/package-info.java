/** Orders: accepted quotes on their way through the ERP. */
@NullMarked
package io.crmkit.api.sales.order;

import org.jspecify.annotations.NullMarked;

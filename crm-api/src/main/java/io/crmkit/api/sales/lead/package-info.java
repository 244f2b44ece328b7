/** Leads: needs that came in and are not yet qualified. */
@NullMarked
package io.crmkit.api.sales.lead;

import org.jspecify.annotations.NullMarked;

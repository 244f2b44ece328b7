/** Opportunities, their history and their buying centres. */
@NullMarked
package io.crmkit.sales.opportunity;

import org.jspecify.annotations.NullMarked;

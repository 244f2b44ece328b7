/** Tests of leads. */
@NullMarked
package io.crmkit.sales.lead;

import org.jspecify.annotations.NullMarked;

/** Tests of opportunities. */
@NullMarked
package io.crmkit.sales.opportunity;

import org.jspecify.annotations.NullMarked;

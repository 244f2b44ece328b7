/** Tests of the sales module. */
@NullMarked
package io.crmkit.sales;

import org.jspecify.annotations.NullMarked;

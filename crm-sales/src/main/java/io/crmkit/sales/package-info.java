/** The sales module: leads, pipelines, opportunities, prices, quotes and orders. */
@NullMarked
package io.crmkit.sales;

import org.jspecify.annotations.NullMarked;

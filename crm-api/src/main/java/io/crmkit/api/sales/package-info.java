/** What the features of sales share: its reasons, and the stable names of its records. */
@NullMarked
package io.crmkit.api.sales;

import org.jspecify.annotations.NullMarked;

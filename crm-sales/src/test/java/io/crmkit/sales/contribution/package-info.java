/** Tests of what sales adds elsewhere. */
@NullMarked
package io.crmkit.sales.contribution;

import org.jspecify.annotations.NullMarked;

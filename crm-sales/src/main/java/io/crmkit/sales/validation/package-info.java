/** Collects every fault of a command. */
@NullMarked
package io.crmkit.sales.validation;

import org.jspecify.annotations.NullMarked;

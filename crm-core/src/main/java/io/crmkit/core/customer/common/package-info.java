/** What the features of the customer domain share: faults of commands, trees over time. */
@NullMarked
package io.crmkit.core.customer.common;

import org.jspecify.annotations.NullMarked;

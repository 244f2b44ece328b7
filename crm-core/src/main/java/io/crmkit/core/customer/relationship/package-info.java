/** How customers are related to each other. */
@NullMarked
package io.crmkit.core.customer.relationship;

import org.jspecify.annotations.NullMarked;

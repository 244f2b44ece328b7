/** How customers are related to each other. */
@NullMarked
package io.crmkit.api.customer.relationship;

import org.jspecify.annotations.NullMarked;

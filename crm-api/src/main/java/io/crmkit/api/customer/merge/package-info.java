/** What modules do when two records turn out to be one customer. */
@NullMarked
package io.crmkit.api.customer.merge;

import org.jspecify.annotations.NullMarked;

/** Who works where, for whom, and with what influence. */
@NullMarked
package io.crmkit.core.customer.contact;

import org.jspecify.annotations.NullMarked;

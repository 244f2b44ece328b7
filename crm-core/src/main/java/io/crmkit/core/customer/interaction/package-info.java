/** What was said and written, and what was promised. */
@NullMarked
package io.crmkit.core.customer.interaction;

import org.jspecify.annotations.NullMarked;

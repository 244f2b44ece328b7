/** What was said and written, and what was promised. */
@NullMarked
package io.crmkit.api.customer.interaction;

import org.jspecify.annotations.NullMarked;

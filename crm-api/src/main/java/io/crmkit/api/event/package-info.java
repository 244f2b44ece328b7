/** Domain events: what happened, with stable names. */
@NullMarked
package io.crmkit.api.event;

import org.jspecify.annotations.NullMarked;

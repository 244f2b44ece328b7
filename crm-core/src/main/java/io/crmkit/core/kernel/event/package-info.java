/** Delivering durable events in the background. */
@NullMarked
package io.crmkit.core.kernel.event;

import org.jspecify.annotations.NullMarked;

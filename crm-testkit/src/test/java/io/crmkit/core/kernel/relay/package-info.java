/** What docs/events.md shows, and what durable work costs. */
@NullMarked
package io.crmkit.core.kernel.relay;

import org.jspecify.annotations.NullMarked;

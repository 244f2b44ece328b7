/** What a service works with: the unit of work and its guarded stores. */
@NullMarked
package io.crmkit.core.spi.work;

import org.jspecify.annotations.NullMarked;

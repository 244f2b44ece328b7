/** How a module declares its aggregates and its named queries. */
@NullMarked
package io.crmkit.core.spi.storage;

import org.jspecify.annotations.NullMarked;

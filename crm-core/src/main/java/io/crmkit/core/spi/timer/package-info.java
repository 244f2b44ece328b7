/** Timers: what a module wants done at a later moment, set in the transaction of a command. */
@NullMarked
package io.crmkit.core.spi.timer;

import org.jspecify.annotations.NullMarked;

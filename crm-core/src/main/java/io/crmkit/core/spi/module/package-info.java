/** The door through which every module, built-in or third-party, comes in. */
@NullMarked
package io.crmkit.core.spi.module;

import org.jspecify.annotations.NullMarked;

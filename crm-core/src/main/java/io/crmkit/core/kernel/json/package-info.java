/** The one JSON form of values, commands and events. */
@NullMarked
package io.crmkit.core.kernel.json;

import org.jspecify.annotations.NullMarked;

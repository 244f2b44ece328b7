/** How statements travel to the database: together or one by one, with the same result. */
@NullMarked
package io.crmkit.core.kernel.wire;

import org.jspecify.annotations.NullMarked;

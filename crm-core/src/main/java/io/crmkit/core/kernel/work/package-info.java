/** Sessions, units of work, the guard below every read and write. */
@NullMarked
package io.crmkit.core.kernel.work;

import org.jspecify.annotations.NullMarked;

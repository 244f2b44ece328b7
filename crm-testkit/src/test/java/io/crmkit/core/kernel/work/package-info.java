/** Tests' way below the guard. */
@NullMarked
package io.crmkit.core.kernel.work;

import org.jspecify.annotations.NullMarked;

/** Custom fields on every storage. */
@NullMarked
package io.crmkit.core.kernel.field;

import org.jspecify.annotations.NullMarked;

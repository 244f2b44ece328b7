/** What the kernel promises, held against every storage. */
@NullMarked
package io.crmkit.core.kernel;

import org.jspecify.annotations.NullMarked;

/** The storage engine in memory: version chains, row locks, savepoints. */
@NullMarked
package io.crmkit.core.kernel.memory;

import org.jspecify.annotations.NullMarked;

/** What is particular to memory storage. */
@NullMarked
package io.crmkit.core.kernel.memory;

import org.jspecify.annotations.NullMarked;

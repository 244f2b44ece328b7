/** What the kernel asks of a storage engine; two engines answer. */
@NullMarked
package io.crmkit.core.kernel.storage;

import org.jspecify.annotations.NullMarked;

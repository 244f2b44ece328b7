/** Tests of memory storage's own structures. */
@NullMarked
package io.crmkit.core.kernel.memory;

import org.jspecify.annotations.NullMarked;

/** Records what threads did at the same time, and looks for an order that explains it. */
@NullMarked
package io.crmkit.core.kernel.history;

import org.jspecify.annotations.NullMarked;

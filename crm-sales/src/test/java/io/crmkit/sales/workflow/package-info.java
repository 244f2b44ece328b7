/** Guards and actions that other modules add to the workflows of sales. */
@NullMarked
package io.crmkit.sales.workflow;

import org.jspecify.annotations.NullMarked;

/** Opportunities: qualified needs on their way through a pipeline, and who decides about them. */
@NullMarked
package io.crmkit.api.sales.opportunity;

import org.jspecify.annotations.NullMarked;

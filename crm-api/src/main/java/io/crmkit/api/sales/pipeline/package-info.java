/** Pipelines: the workflow of opportunities, as data. */
@NullMarked
package io.crmkit.api.sales.pipeline;

import org.jspecify.annotations.NullMarked;

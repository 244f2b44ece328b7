/** Tests of pipelines. */
@NullMarked
package io.crmkit.sales.pipeline;

import org.jspecify.annotations.NullMarked;

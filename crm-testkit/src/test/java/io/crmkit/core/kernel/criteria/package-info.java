/** Random criteria over random rows: every storage gives the answer of a naive evaluator. */
@NullMarked
package io.crmkit.core.kernel.criteria;

import org.jspecify.annotations.NullMarked;

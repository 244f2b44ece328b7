/** Many minutes of everyday work on several nodes, to see whether anything fails or grows. */
@NullMarked
package io.crmkit.benchmarks.soak;

import org.jspecify.annotations.NullMarked;

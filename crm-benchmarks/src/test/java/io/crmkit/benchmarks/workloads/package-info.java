/** Tests of the workloads: that what is compared is the same work. */
@NullMarked
package io.crmkit.benchmarks.workloads;

import org.jspecify.annotations.NullMarked;

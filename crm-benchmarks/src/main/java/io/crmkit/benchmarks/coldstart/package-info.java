/** How long it takes from the start of a JVM to the first saved customer. */
@NullMarked
package io.crmkit.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;

/**
 * What everyday work costs on PostgreSQL, next to JDBC by hand, Hibernate, and the least that JDBC
 * could do.
 */
@NullMarked
package io.crmkit.benchmarks.workloads;

import org.jspecify.annotations.NullMarked;

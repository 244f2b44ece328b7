/** The workloads with Hibernate ORM: the business rows alone, no audit, no events, no locks. */
@NullMarked
package io.crmkit.benchmarks.workloads.hibernate;

import org.jspecify.annotations.NullMarked;

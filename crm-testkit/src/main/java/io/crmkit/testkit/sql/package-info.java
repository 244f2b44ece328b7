/** Counts what a piece of work costs the database: statements, calls, round trips. */
@NullMarked
package io.crmkit.testkit.sql;

import org.jspecify.annotations.NullMarked;

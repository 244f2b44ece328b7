/**
 * Counts what a piece of work costs the database (statements, calls, round trips), writes down what
 * is sent, and holds it against rules.
 */
@NullMarked
package io.crmkit.testkit.sql;

import org.jspecify.annotations.NullMarked;

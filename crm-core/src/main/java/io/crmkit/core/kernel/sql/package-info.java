/** The storage engine on SQL: statements rendered once, run by thin JDBC. */
@NullMarked
package io.crmkit.core.kernel.sql;

import org.jspecify.annotations.NullMarked;

/** Tests of the SQL engine that need no database. */
@NullMarked
package io.crmkit.core.kernel.sql;

import org.jspecify.annotations.NullMarked;

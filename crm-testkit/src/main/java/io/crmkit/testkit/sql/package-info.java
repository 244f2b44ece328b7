/** What the library sends to a database: written down, counted, and held against rules. */
@NullMarked
package io.crmkit.testkit.sql;

import org.jspecify.annotations.NullMarked;

/** Tests of counting and of the rules for statements. */
@NullMarked
package io.crmkit.testkit.sql;

import org.jspecify.annotations.NullMarked;

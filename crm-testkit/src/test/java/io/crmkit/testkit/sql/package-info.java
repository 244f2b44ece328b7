/** Tests of counting. */
@NullMarked
package io.crmkit.testkit.sql;

import org.jspecify.annotations.NullMarked;

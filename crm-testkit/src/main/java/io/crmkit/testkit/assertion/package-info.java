/** Assertions on records and on how CrmKit says no, in the style of AssertJ. */
@NullMarked
package io.crmkit.testkit.assertion;

import org.jspecify.annotations.NullMarked;

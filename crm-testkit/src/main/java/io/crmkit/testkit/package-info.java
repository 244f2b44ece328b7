/**
 * Tests of CrmKit and of plugins against every storage: write a test method once, annotate it
 * {@link io.crmkit.testkit.OnEveryStorage}, and take a {@link io.crmkit.testkit.TestCrm}.
 */
@NullMarked
package io.crmkit.testkit;

import org.jspecify.annotations.NullMarked;

/** What a unit test with the test kit costs. */
@NullMarked
package io.crmkit.benchmarks.unittests;

import org.jspecify.annotations.NullMarked;

/** Contracts that every module has to keep, published for tests of plugins. */
@NullMarked
package io.crmkit.testkit.contract;

import org.jspecify.annotations.NullMarked;

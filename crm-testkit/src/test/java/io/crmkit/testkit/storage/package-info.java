/** The storages for tests are themselves tested. */
@NullMarked
package io.crmkit.testkit.storage;

import org.jspecify.annotations.NullMarked;

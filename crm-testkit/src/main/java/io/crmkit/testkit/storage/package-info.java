/** The storages that contract tests run on; a new one is one class, named to the ServiceLoader. */
@NullMarked
package io.crmkit.testkit.storage;

import org.jspecify.annotations.NullMarked;

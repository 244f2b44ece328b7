/** Opening CrmKit: finding modules, wiring them, migrating their tables. */
@NullMarked
package io.crmkit.core.kernel.boot;

import org.jspecify.annotations.NullMarked;

/** What only MariaDB does. */
@NullMarked
package io.crmkit.core.kernel.mariadb;

import org.jspecify.annotations.NullMarked;

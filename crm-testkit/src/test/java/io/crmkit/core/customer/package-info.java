/** Contract tests of the customer domain, on every storage. */
@NullMarked
package io.crmkit.core.customer;

import org.jspecify.annotations.NullMarked;

/** The customer domain, a module like any other: it uses the spi and the API only. */
@NullMarked
package io.crmkit.core.customer;

import org.jspecify.annotations.NullMarked;

/** Customers, contacts and everything known about them. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.customer;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

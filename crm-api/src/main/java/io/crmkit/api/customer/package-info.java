/** Customers, contacts and everything known about them. */
@NullMarked
package io.crmkit.api.customer;

import org.jspecify.annotations.NullMarked;

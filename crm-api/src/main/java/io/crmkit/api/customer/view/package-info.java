/** Everything about a customer at one glance, from every module. */
@NullMarked
package io.crmkit.api.customer.view;

import org.jspecify.annotations.NullMarked;

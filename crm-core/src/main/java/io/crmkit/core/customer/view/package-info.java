/** Timeline, 360-degree view, screen pop and merge fields. */
@NullMarked
package io.crmkit.core.customer.view;

import org.jspecify.annotations.NullMarked;

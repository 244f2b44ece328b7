@NullMarked
package io.crmkit.core.customer.view;

import org.jspecify.annotations.NullMarked;

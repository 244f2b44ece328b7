@NullMarked
package io.crmkit.core.customer.common;

import org.jspecify.annotations.NullMarked;

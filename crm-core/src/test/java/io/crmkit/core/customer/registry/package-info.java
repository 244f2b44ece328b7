@NullMarked
package io.crmkit.core.customer.registry;

import org.jspecify.annotations.NullMarked;

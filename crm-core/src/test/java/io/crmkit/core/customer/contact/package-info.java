@NullMarked
package io.crmkit.core.customer.contact;

import org.jspecify.annotations.NullMarked;

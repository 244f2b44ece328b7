/** Taking over many customers at once. */
@NullMarked
package io.crmkit.core.customer.imports;

import org.jspecify.annotations.NullMarked;

/**
 * Custom fields: declared by modules or by tenants, carried by the records of the main entities.
 */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.api.field;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

/** Files kept in the CRM's own storage, and documents that modules generate. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.document;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

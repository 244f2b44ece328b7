/** Service requests: a customer's calls for help, from opening to closing. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.service.request;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

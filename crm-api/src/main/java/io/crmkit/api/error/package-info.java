/** The few exceptions that CrmKit throws, and the reasons they carry as data. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.error;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

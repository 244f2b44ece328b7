/** Who changed what, when and why. */
@NullMarked
package io.crmkit.api.audit;

import org.jspecify.annotations.NullMarked;

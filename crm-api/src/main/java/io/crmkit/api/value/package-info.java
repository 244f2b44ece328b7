/** Small immutable values shared by every domain: ids, references, money, labels. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.value;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

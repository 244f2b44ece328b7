/** What modules do when a person asks what is held on them, or wants it erased. */
@NullMarked
@Stability(Stability.Level.EVOLVING)
package io.crmkit.api.privacy;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

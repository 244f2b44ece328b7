/** The 360-degree view and the timeline, to which every module contributes. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.view;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;

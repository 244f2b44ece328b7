/** The installed base as it was at a moment, as known at another. */
@NullMarked
package io.crmkit.assets.time;

import org.jspecify.annotations.NullMarked;

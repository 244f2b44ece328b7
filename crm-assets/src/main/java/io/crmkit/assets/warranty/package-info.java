/** The warranties of units. */
@NullMarked
package io.crmkit.assets.warranty;

import org.jspecify.annotations.NullMarked;

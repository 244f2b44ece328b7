/** The places at which customers have their units, and the days that are reckoned there. */
@NullMarked
package io.crmkit.assets.site;

import org.jspecify.annotations.NullMarked;

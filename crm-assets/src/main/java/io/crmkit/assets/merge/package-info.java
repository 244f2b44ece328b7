/** What becomes of units, entitlements and environments when two records are one customer. */
@NullMarked
package io.crmkit.assets.merge;

import org.jspecify.annotations.NullMarked;

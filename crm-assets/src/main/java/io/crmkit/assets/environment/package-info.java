/** Runtime environments: snapshots, changes, what is believed of a moment, and differences. */
@NullMarked
package io.crmkit.assets.environment;

import org.jspecify.annotations.NullMarked;

/** Points at which modules extend each other without knowing each other. */
@NullMarked
package io.crmkit.api.extension;

import org.jspecify.annotations.NullMarked;

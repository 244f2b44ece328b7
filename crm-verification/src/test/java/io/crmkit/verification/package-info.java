/** Looks at the built modules from outside. */
@NullMarked
package io.crmkit.verification;

import org.jspecify.annotations.NullMarked;

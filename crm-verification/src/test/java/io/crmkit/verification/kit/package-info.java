/** The test kit as a host or a plugin uses it, with all modules. */
@NullMarked
package io.crmkit.verification.kit;

import org.jspecify.annotations.NullMarked;

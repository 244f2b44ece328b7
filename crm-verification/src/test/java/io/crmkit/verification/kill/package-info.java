/** Processes and servers that are killed under load, and what has to be true afterwards. */
@NullMarked
package io.crmkit.verification.kill;

import org.jspecify.annotations.NullMarked;

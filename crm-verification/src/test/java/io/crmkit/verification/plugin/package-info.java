/** Plugins in class loaders of their own, and engines that come and go. */
@NullMarked
package io.crmkit.verification.plugin;

import org.jspecify.annotations.NullMarked;

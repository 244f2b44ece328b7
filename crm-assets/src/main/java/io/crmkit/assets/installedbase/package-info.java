/** How what was sold comes into the installed base. */
@NullMarked
package io.crmkit.assets.installedbase;

import org.jspecify.annotations.NullMarked;

/** Checks of commands, with the path of each faulty field. */
@NullMarked
package io.crmkit.assets.check;

import org.jspecify.annotations.NullMarked;

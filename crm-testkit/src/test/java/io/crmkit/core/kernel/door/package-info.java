/** The door through which every module comes, and what happens when one stumbles. */
@NullMarked
package io.crmkit.core.kernel.door;

import org.jspecify.annotations.NullMarked;

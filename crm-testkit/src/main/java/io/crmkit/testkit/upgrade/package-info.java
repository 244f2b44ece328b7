/** Databases as earlier releases left them. */
@NullMarked
package io.crmkit.testkit.upgrade;

import org.jspecify.annotations.NullMarked;

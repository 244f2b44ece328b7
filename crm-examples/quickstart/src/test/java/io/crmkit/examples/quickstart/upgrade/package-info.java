/** Data of earlier releases under the present one. */
@NullMarked
package io.crmkit.examples.quickstart.upgrade;

import org.jspecify.annotations.NullMarked;

/** The catalogue. */
@NullMarked
package io.crmkit.assets.product;

import org.jspecify.annotations.NullMarked;

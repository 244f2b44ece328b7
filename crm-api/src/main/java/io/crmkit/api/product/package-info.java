/** The catalogue of what is for sale. */
@NullMarked
package io.crmkit.api.product;

import org.jspecify.annotations.NullMarked;

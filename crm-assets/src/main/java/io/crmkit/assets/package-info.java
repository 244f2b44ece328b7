/** The module of products, customer assets and their warranties. */
@NullMarked
package io.crmkit.assets;

import org.jspecify.annotations.NullMarked;

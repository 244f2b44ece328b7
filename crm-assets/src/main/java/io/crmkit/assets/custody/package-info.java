/** Units between customers and in each other's place: transfer, exchange, loan, late facts. */
@NullMarked
package io.crmkit.assets.custody;

import org.jspecify.annotations.NullMarked;

/** The tables are the same on every database, but for what is written down here. */
@NullMarked
package io.crmkit.verification.schema;

import org.jspecify.annotations.NullMarked;

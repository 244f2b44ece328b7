/** Every query has an index that serves it, shown on large tables. */
@NullMarked
package io.crmkit.verification.plans;

import org.jspecify.annotations.NullMarked;

/** The facade: opening CrmKit, sessions, transactions and who is calling. */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api;

import org.jspecify.annotations.NullMarked;

/** The facade: opening CrmKit, sessions, transactions and who is calling. */
@NullMarked
package io.crmkit.api;

import org.jspecify.annotations.NullMarked;

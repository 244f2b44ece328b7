/** What customers may draw on, and its ledger. */
@NullMarked
package io.crmkit.assets.entitlement;

import org.jspecify.annotations.NullMarked;

/** The entitlement check: which contract or warranty covers a need, and why the others do not. */
@NullMarked
package io.crmkit.api.service.entitlement;

import org.jspecify.annotations.NullMarked;

/** The entitlement check as a pure rule, and the service that gathers its facts. */
@NullMarked
package io.crmkit.service.entitlement;

import org.jspecify.annotations.NullMarked;

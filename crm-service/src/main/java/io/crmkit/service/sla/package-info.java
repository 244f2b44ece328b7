/** Service level clocks: a pure function of a request's event log. */
@NullMarked
package io.crmkit.service.sla;

import org.jspecify.annotations.NullMarked;

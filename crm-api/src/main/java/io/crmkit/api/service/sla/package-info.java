/** Service levels and the clocks that measure whether they are kept. */
@NullMarked
package io.crmkit.api.service.sla;

import org.jspecify.annotations.NullMarked;

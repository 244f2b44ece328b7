/** Service contracts: what is covered, for how long, at which service level. */
@NullMarked
package io.crmkit.api.service.contract;

import org.jspecify.annotations.NullMarked;

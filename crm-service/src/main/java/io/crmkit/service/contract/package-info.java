/** Service contracts: their rules, their storage and the thin service around both. */
@NullMarked
package io.crmkit.service.contract;

import org.jspecify.annotations.NullMarked;

package io.crmkit.api.service.contract;

import org.jspecify.annotations.Nullable;

/**
 * Where a service contract stands among others.
 *
 * @param parent the agreement under which it was made, or null
 * @param predecessor the contract that it renews, or null
 */
public record ContractLinks(
    @Nullable ServiceContractId parent, @Nullable ServiceContractId predecessor) {

  /** A contract that stands alone. */
  public static final ContractLinks NONE = new ContractLinks(null, null);
}

package io.crmkit.api.service.contract;

import java.util.Objects;

/**
 * Names a contract for a step that needs nothing else.
 *
 * @param id the contract
 * @param version as read
 */
public record ContractStep(ServiceContractId id, long version) {

  public ContractStep {
    Objects.requireNonNull(id, "id");
  }

  public static ContractStep of(ServiceContract contract) {
    return new ContractStep(contract.id(), contract.version());
  }
}

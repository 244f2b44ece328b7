package io.crmkit.api.service.contract;

import java.util.List;
import java.util.Objects;

/**
 * Changes a service contract that is still a draft.
 *
 * @param id the contract
 * @param version as read
 * @param terms the terms it shall have
 * @param coverage what it shall cover, at least one thing
 */
public record ReviseServiceContract(
    ServiceContractId id, long version, ContractTerms terms, List<CoverageItem> coverage) {

  public ReviseServiceContract {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(terms, "terms");
    coverage = List.copyOf(coverage);
  }
}

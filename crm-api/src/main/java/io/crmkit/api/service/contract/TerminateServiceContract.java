package io.crmkit.api.service.contract;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Ends a service contract before its time.
 *
 * @param id the contract
 * @param version as read
 * @param end the first day on which it no longer covers; within its term
 */
public record TerminateServiceContract(ServiceContractId id, long version, LocalDate end) {

  public TerminateServiceContract {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(end, "end");
  }
}

package io.crmkit.service.contract;

import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.sla.ServiceLevelId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules of a contract need to know of the rest of the world. */
final class ContractFacts {

  private ContractFacts() {}

  /**
   * For a contract that is about to be made.
   *
   * @param id the id it will have
   * @param number the number it will have
   * @param parent the parent agreement, or null if none is named or there is none
   * @param knownLevels the service levels that exist among those it names
   */
  record Making(
      ServiceContractId id,
      String number,
      @Nullable ServiceContract parent,
      Set<ServiceLevelId> knownLevels) {}
}

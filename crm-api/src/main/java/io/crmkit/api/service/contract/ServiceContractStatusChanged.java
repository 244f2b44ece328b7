package io.crmkit.api.service.contract;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A service contract was drafted ({@code from} and {@code to} are both DRAFT), activated,
 * suspended, resumed or terminated.
 *
 * @param contract the contract
 * @param customer with whom it is made
 * @param from how it stood before
 * @param to how it stands now
 */
@EventName("service.contract-status-changed")
public record ServiceContractStatusChanged(
    ServiceContractId contract, CustomerId customer, ContractStatus from, ContractStatus to)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(ServiceContract.ENTITY, contract);
  }
}

package io.crmkit.service.contract;

import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractStatusChanged;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSource;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;

/** What the module brings of service contracts. */
public final class ContractFeature {

  public static final Entity<ServiceContract> CONTRACTS =
      Entity.of(ServiceContract.class, ServiceContract.ENTITY, "crm_service_contract")
          .parts("coverage", "crm_service_coverage")
          .unique(ServiceReason.CONTRACT_NUMBER_TAKEN, "number")
          .unique(ServiceReason.CONTRACT_RENEWED_ALREADY, "links.predecessor")
          .indexed("customer", "links.parent")
          .rootOfAccess();

  private ContractFeature() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.entity(CONTRACTS);
    registrar.event(ServiceContractStatusChanged.class);
    registrar.service(ServiceContracts.class, ContractService.class);
    registrar.contribute(TimelineSource.POINT, ContractTimeline.class);
    registrar.contribute(ViewSource.POINT, ContractView.class);
    registrar.contribute(SearchSource.POINT, ContractSearch.class);
    registrar.contribute(MergeFieldSource.POINT, ContractMergeFields.class);
  }
}

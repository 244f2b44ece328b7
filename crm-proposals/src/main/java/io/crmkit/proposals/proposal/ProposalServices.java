package io.crmkit.proposals.proposal;

import io.crmkit.api.proposal.ProposalNodes;
import io.crmkit.api.proposal.Proposals;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** What this feature brings to the module's registration. */
public final class ProposalServices {

  private ProposalServices() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.component(ContentWriter.class);
    registrar.component(Issuing.class);
    registrar.service(Proposals.class, ProposalService.class);
    registrar.service(ProposalNodes.class, NodeService.class);
  }
}

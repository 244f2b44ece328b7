package io.crmkit.proposals;

import io.crmkit.api.module.ApiVersion;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.proposal.OutlineSource;
import io.crmkit.api.proposal.ProposalDrafted;
import io.crmkit.api.proposal.ProposalIssued;
import io.crmkit.api.proposal.ProposalNodeWritten;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.proposal.ProposalStatusChanged;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.proposals.merge.MergeBindings;
import io.crmkit.proposals.outline.StandardOutlines;
import io.crmkit.proposals.proposal.ProposalEntities;
import io.crmkit.proposals.proposal.ProposalSearch;
import io.crmkit.proposals.proposal.ProposalServices;
import io.crmkit.proposals.proposal.ProposalTimeline;

/** The proposals module. */
public final class ProposalsModule implements CrmModule {

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("proposals", "0.2.0", "io.crmkit:crm-proposals")
        .builtFor(ApiVersion.CURRENT)
        .requiring("customers", "documents");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.migrations("io/crmkit/proposals/migration");
    ProposalEntities.all().forEach(registrar::entity);
    registrar.reasons(ProposalReason.class);
    registrar.event(ProposalDrafted.class);
    registrar.event(ProposalStatusChanged.class);
    registrar.event(ProposalIssued.class);
    registrar.event(ProposalNodeWritten.class);
    MergeBindings.register(registrar);
    ProposalServices.register(registrar);
    registrar.contribute(OutlineSource.POINT, StandardOutlines.class);
    registrar.contribute(TimelineSource.POINT, ProposalTimeline.class);
    registrar.contribute(SearchSource.POINT, ProposalSearch.class);
  }
}

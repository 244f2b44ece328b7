package io.crmkit.api.proposal;

import io.crmkit.api.CrmSession;
import io.crmkit.api.extension.ContributionPoint;
import java.util.List;

/** Outlines that a module, or a plugin of the host, offers. Must be thread-safe. */
public interface OutlineSource {

  ContributionPoint<OutlineSource> POINT =
      new ContributionPoint<>("proposal-outlines", OutlineSource.class);

  /**
   * @param session the caller's, for outlines that depend on the tenant
   */
  List<ProposalOutline> outlines(CrmSession session);
}

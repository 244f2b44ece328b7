package io.crmkit.proposals.merge;

import io.crmkit.api.error.Reason;
import io.crmkit.api.proposal.ProposalReason;

/**
 * Why a file cannot be taken.
 *
 * @param reason for people
 * @param code the engine's own, stable and finer than the reason
 * @param explanation in English, for whoever has to mend the file
 */
public record FileProblem(ProposalReason reason, String code, String explanation) {

  /** As a reason that names the node. */
  Reason of(String node) {
    return Reason.of(reason)
        .with("node", node)
        .with("problem", code)
        .with("explanation", explanation);
  }
}

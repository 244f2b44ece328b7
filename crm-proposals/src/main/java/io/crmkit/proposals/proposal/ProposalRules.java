package io.crmkit.proposals.proposal;

import static io.crmkit.api.proposal.ProposalStatus.DRAFT;
import static io.crmkit.api.proposal.ProposalStatus.IN_REVIEW;
import static io.crmkit.api.proposal.ProposalStatus.ISSUED;
import static io.crmkit.api.proposal.ProposalStatus.WITHDRAWN;

import io.crmkit.api.error.Reason;
import io.crmkit.api.proposal.ChangeProposal;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalIssue;
import io.crmkit.api.proposal.ProposalIssued;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.proposal.ProposalStatus;
import io.crmkit.api.proposal.ProposalStatusChanged;
import io.crmkit.api.value.Label;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.rule.StateTable;
import java.util.ArrayList;
import java.util.List;

/** How a proposal goes from draft to issue. Pure. */
final class ProposalRules {

  static final String SUBMIT = "submit";
  static final String SEND_BACK = "send-back";
  static final String ISSUE = "issue";
  static final String WITHDRAW = "withdraw";

  /** A draft may be issued without a review: small firms have nobody to ask. */
  static final StateTable<ProposalStatus> STATES =
      StateTable.startingAt(DRAFT)
          .on(SUBMIT)
          .from(DRAFT)
          .to(IN_REVIEW)
          .on(SEND_BACK)
          .from(IN_REVIEW)
          .to(DRAFT)
          .on(ISSUE)
          .from(DRAFT, IN_REVIEW)
          .to(ISSUED)
          .on(WITHDRAW)
          .from(DRAFT, IN_REVIEW)
          .to(WITHDRAWN)
          .build();

  private ProposalRules() {}

  static Decision<Proposal> change(Proposal proposal, ChangeProposal command) {
    List<Reason> reasons =
        proposal.status() == DRAFT
            ? List.of()
            : List.of(Reason.of(ProposalReason.NOT_OPEN).with("status", proposal.status()));
    return Decision.unless(
        reasons,
        () ->
            Decision.accept(proposal.withTitle(command.title()).withLanguage(command.language())));
  }

  /**
   * Takes a step that only changes the status.
   *
   * @param against further reasons against it
   */
  static Decision<Proposal> step(Proposal proposal, String step, List<Reason> against) {
    List<Reason> reasons = new ArrayList<>(refusal(proposal, step));
    reasons.addAll(against);
    return Decision.unless(
        reasons,
        () -> {
          ProposalStatus next = STATES.next(proposal.status(), step).orElseThrow();
          return Decision.accept(
              proposal.withStatus(next),
              new ProposalStatusChanged(proposal.id(), proposal.status(), next));
        });
  }

  static Decision<Proposal> issue(Proposal proposal, ProposalIssue issue) {
    return Decision.unless(
        refusal(proposal, ISSUE),
        () ->
            Decision.accept(
                proposal.withStatus(ISSUED).withIssue(issue),
                new ProposalIssued(proposal.id(), proposal.number(), proposal.subject(), issue)));
  }

  /** Why the step is not possible now; empty if it is. */
  static List<Reason> refusal(Proposal proposal, String step) {
    return STATES.next(proposal.status(), step).isPresent()
        ? List.of()
        : List.of(
            Reason.of(ProposalReason.STEP_NOT_ALLOWED)
                .with("step", step, word(step))
                .with("status", proposal.status()));
  }

  private static Label word(String step) {
    return switch (step) {
      case SUBMIT -> new Label("submitting", "提交评审");
      case SEND_BACK -> new Label("sending back", "退回");
      case ISSUE -> new Label("issuing", "发出");
      case WITHDRAW -> new Label("withdrawing", "撤回");
      default -> throw new IllegalArgumentException(step);
    };
  }

  /** Locks of others: someone is still writing. */
  static List<Reason> stillWriting(TreeFacts facts) {
    return facts.tree().children(null).stream()
        .flatMap(top -> facts.tree().branch(top).stream())
        .filter(facts::lockedByAnother)
        .map(TreeFacts::lockReason)
        .toList();
  }
}

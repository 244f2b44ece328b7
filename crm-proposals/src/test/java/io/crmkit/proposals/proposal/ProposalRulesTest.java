package io.crmkit.proposals.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.document.DocumentId;
import io.crmkit.api.error.Refused;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalIssue;
import io.crmkit.api.proposal.ProposalIssued;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.proposal.ProposalStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalRulesTest {

  private static final ProposalIssue ISSUE =
      new ProposalIssue(new DocumentId(new UUID(3, 3)), Sample.NOW, "olga");

  @Test
  void an_issued_proposal_carries_what_was_given_and_tells_of_it() {
    Proposal draft = Sample.proposal(ProposalStatus.DRAFT);

    var accepted = ProposalRules.issue(draft, ISSUE).orRefuse();

    assertThat(accepted.state().status()).isEqualTo(ProposalStatus.ISSUED);
    assertThat(accepted.state().issue()).isEqualTo(ISSUE);
    assertThat(accepted.events())
        .containsExactly(new ProposalIssued(draft.id(), draft.number(), draft.subject(), ISSUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit", "send-back", "issue", "withdraw"})
  void nothing_happens_to_an_issued_proposal(String step) {
    Proposal issued = Sample.proposal(ProposalStatus.ISSUED).withIssue(ISSUE);

    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> ProposalRules.step(issued, step, List.of()).orRefuse());

    assertThat(refused.reasons())
        .extracting("code")
        .containsExactly(ProposalReason.STEP_NOT_ALLOWED);
  }

  @Test
  void the_documentation_shows_the_state_table() throws Exception {
    assertThat(Files.readString(Path.of("../docs/proposals.md")))
        .contains(ProposalRules.STATES.draw());
  }
}

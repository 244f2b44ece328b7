package io.crmkit.proposals.proposal;

import static io.crmkit.testkit.CrmAssertions.assertReasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmTransaction;
import io.crmkit.api.error.Refused;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalIssue;
import io.crmkit.api.proposal.ProposalIssued;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.proposal.ProposalStatus;
import io.crmkit.api.proposal.Proposals;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;

/** What is issued when others write, issue, roll back or only ask. */
@WithSetup(Press.class)
class IssueTogetherTest {

  @OnEveryStorage
  void an_issue_holds_all_of_a_racing_edit_or_nothing(TestCrm crm) {
    for (int round = 0; round < 3; round++) {
      Bureau bureau = Bureau.open(crm);
      ProposalNode node = bureau.add("One", new NodeContent.PlainText("before"));
      var step = bureau.step();

      Race<Object> race =
          Race.between(
              List.of(() -> bureau.proposals().issue(step), () -> bureau.write(node, "after")));

      Proposal issued = bureau.proposals().get(bureau.id());
      boolean written = race.lost().isEmpty();
      assertThat(issued.status()).isEqualTo(ProposalStatus.ISSUED);
      assertThat(DocxText.paragraphs(bureau.content(issue(issued).documentId())))
          .contains(written ? "after" : "before");
      assertThat(race.lost()).allMatch(Refused.class::isInstance);
    }
  }

  @OnEveryStorage
  void of_two_who_issue_at_once_one_does(TestCrm crm) {
    Bureau bureau = Bureau.full(crm);
    var step = bureau.step();

    Race<Proposal> race = Race.of(3, i -> bureau.proposals().issue(step));

    assertThat(race.won()).hasSize(1);
    assertThat(crm.events(ProposalIssued.class)).hasSize(1);
  }

  @OnEveryStorage
  void a_host_that_rolls_back_has_no_proposal_and_no_file(TestCrm crm) {
    Bureau bureau = Bureau.full(crm);
    Fingerprint before = crm.fingerprint();
    var step = bureau.step();

    try (CrmTransaction tx = crm.crm().begin()) {
      crm.session().join(tx).get(Proposals.class).issue(step);
      tx.rollback();
    }
    assertThat(crm.fingerprint()).isEqualTo(before);

    Proposal issued = crm.joined(session -> session.get(Proposals.class).issue(step));
    assertThat(bureau.proposals().get(bureau.id())).isEqualTo(issued);
    assertThat(bureau.content(issue(issued).documentId())).isNotEmpty();
  }

  @OnEveryStorage
  void a_rehearsed_issue_tells_its_reasons_and_changes_nothing(TestCrm crm) {
    Bureau bureau = Bureau.full(crm);
    var step = bureau.step();
    Fingerprint before = crm.fingerprint();

    assertThat(crm.session().rehearse(session -> session.get(Proposals.class).issue(step)))
        .isEmpty();
    assertThat(crm.fingerprint()).isEqualTo(before);

    bureau.add("Bad", new NodeContent.PlainText("{{no.such}}"));
    assertReasons(
        crm.session().rehearse(session -> session.get(Proposals.class).issue(step)),
        ProposalReason.FIELD_UNKNOWN);
  }

  private static ProposalIssue issue(Proposal proposal) {
    return java.util.Objects.requireNonNull(proposal.issue());
  }
}

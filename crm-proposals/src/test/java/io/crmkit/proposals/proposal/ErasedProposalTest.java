package io.crmkit.proposals.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.proposal.ContentEdition;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.TitleNode;
import io.crmkit.api.proposal.WriteNode;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.util.List;
import java.util.Set;

/** Whoever is forgotten is named in no edition and no history of a proposal, either. */
class ErasedProposalTest {

  private static final String MARK = AuditEntry.ERASED_VALUE;

  @OnEveryStorage
  void editions_titles_and_history_lose_a_name(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode node = bureau.add("For Erika Muster", new NodeContent.PlainText("first"));
    node = bureau.write(node, "as Erika Muster wishes");
    NodeContent table =
        new NodeContent.Table(List.of(List.of("who", "what"), List.of("Erika Muster", "2")), 1);
    node = bureau.nodes().write(new WriteNode(node.id(), node.version(), table));
    bureau
        .nodes()
        .title(new TitleNode(node.id(), node.version(), NodeHeading.shown("With Erika Muster")));

    Redaction.Done done =
        crm.redact(
            Redaction.of(bureau.customer.ref())
                .alsoIn(Set.of(EntityRef.of(Proposal.ENTITY, bureau.id())))
                .alsoOf(Set.of("Erika Muster")));

    assertThat(done.records()).isGreaterThanOrEqualTo(4);
    assertThat(crm.fingerprint().rows().toString()).doesNotContain("Erika");
    assertThat(bureau.nodes().get(node.id()).title()).isEqualTo("With " + MARK);
    assertThat(bureau.nodes().editions(node.id()))
        .extracting(ContentEdition::content)
        .containsExactlyInAnyOrder(
            new NodeContent.PlainText("first"),
            new NodeContent.PlainText("as " + MARK + " wishes"),
            new NodeContent.Table(List.of(List.of("who", "what"), List.of(MARK, "2")), 1));
  }
}

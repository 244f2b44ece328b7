package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.document.Documents;
import io.crmkit.api.document.NewDocument;
import io.crmkit.api.document.StoredDocument;
import io.crmkit.api.error.Reason;
import io.crmkit.api.proposal.AddNode;
import io.crmkit.api.proposal.DraftProposal;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.NodePosition;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalIssue;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalNodes;
import io.crmkit.api.proposal.ProposalStep;
import io.crmkit.api.proposal.ProposalSubject;
import io.crmkit.api.proposal.ProposalTree.Branch;
import io.crmkit.api.proposal.Proposals;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.value.EntityRef;
import io.crmkit.examples.quickstart.word.SampleWord;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Runs the examples of docs/proposals.md. */
class ProposalsPageTest {

  private record Files(ByteArrayOutputStream preview, ByteArrayOutputStream issued) {}

  private static StoredDocument cover(CrmSession session) {
    byte[] cover = SampleWord.cover(Map.of());
    return session
        .get(Documents.class)
        .store(
            new NewDocument("cover.docx", SampleWord.MEDIA_TYPE), new ByteArrayInputStream(cover));
  }

  private static Proposal draft(CrmSession session, Opportunity opportunity) {
    CustomerId customer = Objects.requireNonNull(opportunity.customer());
    // begin docs/proposals.md
    EntityRef about = EntityRef.of(SalesEntities.OPPORTUNITY, opportunity.id());
    Proposals proposals = session.get(Proposals.class);
    Proposal proposal =
        proposals.draft(
            new DraftProposal(
                "A press for Riverside",
                new ProposalSubject(customer, about),
                Locale.ENGLISH,
                "solution")); // the outline to begin with
    // end docs/proposals.md
    return proposal;
  }

  private static void write(CrmSession session, ProposalId id, StoredDocument cover, Quote quote) {
    List<Branch> outline = session.get(ProposalNodes.class).tree(id).branches();
    ProposalNodeId firstChapter = outline.get(0).node().id();
    ProposalNodeId budget = outline.get(outline.size() - 1).node().id();
    // begin docs/proposals.md
    ProposalNodes nodes = session.get(ProposalNodes.class);
    nodes.add(
        new AddNode(
            id,
            NodePosition.before(firstChapter),
            NodeHeading.hidden("Cover"),
            NodeContent.wordFile(cover.id()))); // sets styles, page header and footer
    nodes.add(
        new AddNode(
            id,
            NodePosition.lastIn(budget),
            NodeHeading.shown("Prices"),
            new NodeContent.CrmDocument(
                EntityRef.of(SalesEntities.QUOTE, quote.id())))); // printed by the sales module
    // end docs/proposals.md
  }

  private static void issue(CrmSession session, Proposal proposal, Files out) {
    Proposals proposals = session.get(Proposals.class);
    // begin docs/proposals.md
    List<Reason> problems = proposals.problems(proposal.id()); // all that would stop the issue
    assertThat(problems).isEmpty();
    proposals.preview(proposal.id(), out.preview()); // the same bytes; nothing changes

    Proposal issued = proposals.issue(new ProposalStep(proposal.id(), proposal.version()));
    ProposalIssue issue = Objects.requireNonNull(issued.issue());
    session.get(Documents.class).copyTo(issue.documentId(), out.issued());
    // end docs/proposals.md
  }

  @OnEveryStorage
  void aProposalBecomesOneWordFile(TestCrm crm) {
    CrmSession session = crm.session("lily");
    Opportunity opportunity = SalesExample.opportunity(session);
    SalesExample.prices(session, new SalesExample.Articles(null, null));
    Quote quote = SalesExample.quote(session, opportunity.id());
    Proposal draft = draft(session, opportunity);
    write(session, draft.id(), cover(session), quote);

    Files files = new Files(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    issue(session, draft, files);

    assertThat(files.issued().toByteArray())
        .startsWith('P', 'K')
        .isEqualTo(files.preview().toByteArray());
  }
}

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
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Runs the examples of docs/proposals.md and docs/documents.md. */
class ProposalsPageTest {

  private static final String WORD = SampleWord.MEDIA_TYPE;

  private static StoredDocument store(CrmSession session, InputStream content) {
    // begin docs/documents.md
    Documents documents = session.get(Documents.class);
    StoredDocument stored = documents.store(new NewDocument("offer.docx", WORD), content);
    // end docs/documents.md
    return stored;
  }

  private static byte[] read(CrmSession session, StoredDocument stored) {
    Documents documents = session.get(Documents.class);
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    // begin docs/documents.md
    documents.copyTo(stored.id(), response); // piece by piece
    // end docs/documents.md
    return response.toByteArray();
  }

  private static StoredDocument cover(CrmSession session) {
    byte[] cover = SampleWord.cover(Map.of());
    StoredDocument stored = store(session, new ByteArrayInputStream(cover));
    assertThat(read(session, stored)).isEqualTo(cover);
    return stored;
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

  private static Proposal issue(CrmSession session, Proposal proposal, OutputStream out) {
    Proposals proposals = session.get(Proposals.class);
    // begin docs/proposals.md
    List<Reason> problems = proposals.problems(proposal.id()); // all that would stop the issue
    assertThat(problems).isEmpty();
    proposals.preview(proposal.id(), out); // the file as it would be; nothing changes

    Proposal issued = proposals.issue(new ProposalStep(proposal.id(), proposal.version()));
    // end docs/proposals.md
    return issued;
  }

  @OnEveryStorage
  void aProposalBecomesOneWordFile(TestCrm crm) {
    CrmSession session = crm.session("lily");
    Opportunity opportunity = SalesExample.opportunity(session);
    SalesExample.prices(session, new SalesExample.Articles(null, null));
    Quote quote = SalesExample.quote(session, opportunity.id());
    Proposal draft = draft(session, opportunity);
    write(session, draft.id(), cover(session), quote);

    ByteArrayOutputStream preview = new ByteArrayOutputStream();
    Proposal issued = issue(session, draft, preview);

    ByteArrayOutputStream file = new ByteArrayOutputStream();
    session.get(Documents.class).copyTo(Objects.requireNonNull(issued.issue()).documentId(), file);
    assertThat(file.toByteArray()).startsWith('P', 'K').isEqualTo(preview.toByteArray());
  }
}

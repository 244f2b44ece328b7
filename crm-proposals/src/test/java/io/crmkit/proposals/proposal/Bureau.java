package io.crmkit.proposals.proposal;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.document.DocumentId;
import io.crmkit.api.document.Documents;
import io.crmkit.api.document.NewDocument;
import io.crmkit.api.proposal.AddNode;
import io.crmkit.api.proposal.DraftProposal;
import io.crmkit.api.proposal.MoveNode;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.NodePosition;
import io.crmkit.api.proposal.NodeStep;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalNodes;
import io.crmkit.api.proposal.ProposalStep;
import io.crmkit.api.proposal.ProposalSubject;
import io.crmkit.api.proposal.ProposalTree.Branch;
import io.crmkit.api.proposal.Proposals;
import io.crmkit.api.proposal.WriteNode;
import io.crmkit.proposals.word.sample.DocxBuilder;
import io.crmkit.testkit.TestCrm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A proposal being written, in few words. */
final class Bureau {

  static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** The smallest PNG: one transparent pixel. */
  static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAA"
                  + "AABJRU5ErkJggg==");

  final TestCrm crm;
  final Customer customer;
  final Proposal proposal;

  private Bureau(TestCrm crm, Customer customer, Proposal proposal) {
    this.crm = crm;
    this.customer = customer;
    this.proposal = proposal;
  }

  /** An empty English proposal for a new customer. */
  static Bureau open(TestCrm crm) {
    return open(crm, Locale.ENGLISH);
  }

  /** An empty proposal; null for the tenant's language. */
  static Bureau open(TestCrm crm, @Nullable Locale language) {
    Customer customer =
        crm.get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Nordwind AG", "北风公司")));
    Proposal proposal =
        crm.get(Proposals.class)
            .draft(new DraftProposal("Two presses", subject(customer), language, null));
    return new Bureau(crm, customer, proposal);
  }

  /** A cover, chapters with text of several kinds, a picture and a quote. */
  static Bureau full(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    DocumentId cover =
        bureau.storeWord(
            DocxBuilder.in(Locale.ENGLISH)
                .cover("{{proposal.title}}", "For {{customer.name}}")
                .contents("Contents")
                .header("{{proposal.number}}")
                .toBytes());
    bureau
        .nodes()
        .add(
            new AddNode(
                bureau.id(),
                NodePosition.lastAtTop(),
                NodeHeading.hidden("Cover"),
                NodeContent.wordFile(cover)));
    ProposalNode needs =
        bureau.add("Needs", new NodeContent.Markdown("**{{deal.count}}** units, {{deal.amount}}"));
    ProposalNode goals = bureau.addBelow(needs, "Goals");
    bureau.write(goals, "{{#each deal.lines}}{{item}}, {{/each}}and that is all");
    DocumentId picture = bureau.store("press.png", "image/png", PIXEL);
    bureau.add("Look", new NodeContent.Picture(picture, "The press"));
    bureau.add("Price", new NodeContent.CrmDocument(Press.GOOD));
    return bureau;
  }

  static ProposalSubject subject(Customer customer) {
    return new ProposalSubject(customer.id(), customer.ref());
  }

  Proposals proposals() {
    return crm.get(Proposals.class);
  }

  ProposalNodes nodes() {
    return crm.get(ProposalNodes.class);
  }

  ProposalNodes nodesAs(String actor) {
    return crm.session(actor).get(ProposalNodes.class);
  }

  ProposalId id() {
    return proposal.id();
  }

  ProposalNode add(String title) {
    return add(title, NodePosition.lastAtTop());
  }

  ProposalNode add(String title, NodePosition position) {
    return nodes()
        .add(new AddNode(id(), position, NodeHeading.shown(title), new NodeContent.Nothing()));
  }

  ProposalNode add(String title, NodeContent content) {
    return nodes()
        .add(new AddNode(id(), NodePosition.lastAtTop(), NodeHeading.shown(title), content));
  }

  ProposalNode addBelow(ProposalNode parent, String title) {
    return add(title, NodePosition.lastIn(parent.id()));
  }

  ProposalNode write(ProposalNode node, String text) {
    return nodes().write(new WriteNode(node.id(), node.version(), new NodeContent.PlainText(text)));
  }

  ProposalNode move(ProposalNode node, NodePosition position) {
    ProposalNode now = nodes().get(node.id());
    return nodes().move(new MoveNode(node.id(), now.version(), position));
  }

  NodeStep step(ProposalNode node) {
    return new NodeStep(node.id(), nodes().get(node.id()).version());
  }

  ProposalStep step() {
    return new ProposalStep(id(), proposals().get(id()).version());
  }

  DocumentId store(String name, String mediaType, byte[] content) {
    return crm.get(Documents.class)
        .store(new NewDocument(name, mediaType), new ByteArrayInputStream(content))
        .id();
  }

  DocumentId storeWord(byte[] content) {
    return store("part.docx", WORD, content);
  }

  byte[] preview() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    proposals().preview(id(), out);
    return out.toByteArray();
  }

  byte[] content(DocumentId document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    crm.get(Documents.class).copyTo(document, out);
    return out.toByteArray();
  }

  /** Such as {@code Needs(Goals) Design}. */
  String draw() {
    return draw(id());
  }

  String draw(ProposalId proposal) {
    return draw(nodes().tree(proposal).branches());
  }

  private static String draw(List<Branch> branches) {
    return branches.stream()
        .map(
            branch ->
                branch.node().title()
                    + (branch.children().isEmpty() ? "" : "(" + draw(branch.children()) + ")"))
        .collect(Collectors.joining(" "));
  }

  ProposalNodeId find(String title) {
    return nodes().tree(id()).inOrder().stream()
        .filter(branch -> branch.node().title().equals(title))
        .findFirst()
        .orElseThrow()
        .node()
        .id();
  }
}

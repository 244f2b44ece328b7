package io.crmkit.proposals.proposal;

import static io.crmkit.testkit.CrmAssertions.assertReasons;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.document.DocumentAttributes;
import io.crmkit.api.document.DocumentId;
import io.crmkit.api.document.Documents;
import io.crmkit.api.document.StoredDocument;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.proposal.ChangeProposal;
import io.crmkit.api.proposal.CopyNode;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.NodePlan;
import io.crmkit.api.proposal.NodePosition;
import io.crmkit.api.proposal.PlanNode;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalAttributes;
import io.crmkit.api.proposal.ProposalIssue;
import io.crmkit.api.proposal.ProposalIssued;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.proposal.ProposalStatus;
import io.crmkit.api.proposal.TitleNode;
import io.crmkit.api.proposal.WriteNode;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What is issued is one Word file, whole, right, and final. */
@WithSetup(Press.class)
class IssueTest {

  @OnEveryStorage
  void the_tree_becomes_one_word_file_in_order(TestCrm crm) {
    Bureau bureau = Bureau.full(crm);

    Proposal issued = bureau.proposals().issue(bureau.step());

    List<String> text = DocxText.paragraphs(bureau.content(issue(issued).documentId()));
    assertThat(text)
        .containsSubsequence(
            "Two presses",
            "For Nordwind AG",
            "Needs",
            "3 units, €1,234.50",
            "Goals",
            "Press, Pump, and that is all",
            "Look",
            "The press",
            "Price",
            "Price: 1,200.00 in en");
    StoredDocument stored = crm.get(Documents.class).get(issue(issued).documentId());
    assertThat(stored.name()).isEqualTo("P-000001 Two presses.docx");
    assertThat(stored.mediaType()).isEqualTo(Bureau.WORD);
  }

  @OnEveryStorage
  void the_same_proposal_made_twice_gives_the_same_bytes(TestCrm crm) {
    Bureau bureau = Bureau.full(crm);
    byte[] first = bureau.preview();
    byte[] second = bureau.preview();

    Proposal issued = bureau.proposals().issue(bureau.step());

    assertThat(second).isEqualTo(first);
    assertThat(bureau.content(issue(issued).documentId())).isEqualTo(first);
    crm.clock().advance(Duration.ofDays(30));
    assertThat(bureau.preview()).as("of an issued one").isEqualTo(first);
  }

  @OnEveryStorage
  void the_file_carries_the_time_of_issue_and_no_other(TestCrm crm) {
    Bureau bureau = Bureau.full(crm);
    crm.clock().set(Instant.parse("2031-07-01T10:11:12Z"));

    Proposal issued = bureau.proposals().issue(bureau.step());

    String properties = DocxText.properties(bureau.content(issue(issued).documentId()));
    assertThat(properties).contains("2031-07-01T10:11:12Z", "Two presses", TestCrm.ACTOR);
    assertThat(properties.replace("2031-07-01T10:11:12Z", "")).doesNotContainPattern("20[0-9]{2}-");
  }

  @OnEveryStorage
  void an_issue_is_recorded_and_told(TestCrm crm) {
    Bureau bureau = Bureau.full(crm);
    Instant now = crm.clock().instant();

    Proposal issued = bureau.proposals().issue(bureau.step());

    assertThat(issued.status()).isEqualTo(ProposalStatus.ISSUED);
    assertThat(issue(issued).at()).isEqualTo(now);
    assertThat(issue(issued).by()).isEqualTo(TestCrm.ACTOR);
    assertThat(bureau.proposals().get(bureau.id())).isEqualTo(issued);
    assertThat(crm.events(ProposalIssued.class))
        .containsExactly(
            new ProposalIssued(issued.id(), issued.number(), issued.subject(), issue(issued)));
    assertThat(
            bureau
                .proposals()
                .find(Query.where(ProposalAttributes.about(bureau.customer.ref())))
                .items())
        .containsExactly(issued);
  }

  @OnEveryStorage
  void the_customers_timeline_shows_what_was_issued(TestCrm crm) {
    Bureau bureau = Bureau.full(crm);
    Proposal issued = bureau.proposals().issue(bureau.step());
    Instant at = issue(issued).at();

    List<TimelineEntry> entries =
        new ProposalTimeline()
            .timeline(
                crm.session(),
                new TimelineSource.Span(bureau.customer.id(), at, at.plusSeconds(1), 5));
    List<TimelineEntry> later =
        new ProposalTimeline()
            .timeline(
                crm.session(),
                new TimelineSource.Span(
                    bureau.customer.id(), at.plusSeconds(1), at.plusSeconds(2), 5));

    assertThat(entries).extracting(TimelineEntry::subject).containsExactly(issued.ref());
    assertThat(entries.get(0).text().in(Locale.CHINESE)).isEqualTo("方案书 P-000001 Two presses 已发出");
    assertThat(later).isEmpty();
  }

  @OnEveryStorage
  void an_issued_proposal_never_changes(TestCrm crm) {
    Bureau bureau = Bureau.full(crm);
    ProposalNode node = bureau.nodes().get(bureau.find("Needs"));
    ProposalNode removed = bureau.nodes().remove(bureau.step(bureau.add("Gone")));
    bureau.proposals().issue(bureau.step());
    Fingerprint before = crm.fingerprint();
    var nodes = bureau.nodes();
    long v = node.version();

    for (Runnable change :
        List.<Runnable>of(
            () -> bureau.add("New"),
            () -> bureau.write(node, "new"),
            () -> bureau.move(node, NodePosition.lastAtTop()),
            () -> nodes.copy(new CopyNode(node.id(), bureau.id(), NodePosition.lastAtTop())),
            () -> nodes.title(new TitleNode(node.id(), v, NodeHeading.shown("New"))),
            () -> nodes.plan(new PlanNode(node.id(), v, NodePlan.of("anna"))),
            () -> nodes.remove(bureau.step(node)),
            () -> nodes.restore(bureau.step(removed)),
            () -> nodes.lock(bureau.step(node)),
            () ->
                bureau
                    .proposals()
                    .change(
                        new ChangeProposal(
                            bureau.id(), bureau.step().version(), "New", Locale.FRENCH)))) {
      assertRefused(change::run, ProposalReason.NOT_OPEN);
    }
    assertRefused(() -> bureau.proposals().issue(bureau.step()), ProposalReason.STEP_NOT_ALLOWED);
    assertRefused(
        () -> bureau.proposals().withdraw(bureau.step()), ProposalReason.STEP_NOT_ALLOWED);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void a_document_of_the_crm_stays_as_it_was_when_issued(TestCrm crm) {
    Bureau bureau = Bureau.full(crm);
    Proposal issued = bureau.proposals().issue(bureau.step());

    crm.setup(Press.class).price("9,999.00");

    assertThat(DocxText.paragraphs(bureau.preview())).contains("Price: 1,200.00 in en");
    assertThat(DocxText.paragraphs(bureau.content(issue(issued).documentId())))
        .contains("Price: 1,200.00 in en");
  }

  @OnEveryStorage
  void everything_that_stands_in_the_way_is_told_at_once_with_its_node(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode one =
        bureau.add("One", new NodeContent.PlainText("{{customer.shoe}} {{deal.tax}}"));
    bureau.addBelow(one, "Empty");
    bureau.add("Two", new NodeContent.CrmDocument(Press.GONE));
    bureau.add("Three", new NodeContent.CrmDocument(Press.BROKEN));
    bureau.add("Four", new NodeContent.CrmDocument(bureau.customer.ref()));
    bureau.add("Five", new NodeContent.Markdown("{{#each deal.amount}}x{{/each}} {{#if"));
    DocumentId secret = bureau.store("secret.png", "image/png", Bureau.PIXEL);
    bureau.add("Six", new NodeContent.Picture(secret, ""));
    bureau.nodesAs("anna").lock(bureau.step(bureau.add("Seven")));
    crm.policy(
        request ->
            request.entity() == StoredDocument.class && request.operation() == Operation.READ
                ? Access.only(DocumentAttributes.NAME.eq("public"))
                : Access.allow());
    Fingerprint before = crm.fingerprint();

    List<Reason> problems = bureau.proposals().problems(bureau.id());

    assertReasons(
        problems,
        ProposalReason.NODE_LOCKED,
        ProposalReason.RECORD_MISSING,
        ProposalReason.SOURCE_FAILED,
        ProposalReason.SOURCE_MISSING,
        ProposalReason.FILE_MISSING,
        ProposalReason.FIELD_UNKNOWN,
        ProposalReason.FIELD_UNKNOWN,
        ProposalReason.FIELD_UNUSABLE);
    assertThat(problems)
        .extracting(reason -> reason.details().get("node"))
        .containsExactlyInAnyOrder(
            "Seven", "2 Two", "3 Three", "4 Four", "6 Six", "1 One", "1 One", "5 Five");
    assertThat(problems)
        .extracting(reason -> reason.details().get("field"))
        .contains("customer.shoe", "deal.tax");
    Refused refused =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            Refused.class, () -> bureau.proposals().issue(bureau.step()));
    assertThat(refused.reasons()).isEqualTo(problems);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void a_module_that_gives_no_fields_is_named(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    bureau.add("One", new NodeContent.PlainText("plain"));
    crm.setup(Press.class).failFields();

    List<Reason> problems = bureau.proposals().problems(bureau.id());

    assertReasons(problems, ProposalReason.FIELDS_UNAVAILABLE);
    assertThat(problems.get(0).details()).containsEntry("module", "press");
  }

  @OnEveryStorage
  void an_empty_proposal_is_not_issued(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    bureau.nodes().remove(bureau.step(bureau.add("Gone")));

    assertRefused(() -> bureau.proposals().issue(bureau.step()), ProposalReason.NOTHING_TO_MERGE);
  }

  @OnEveryStorage
  void files_are_inspected_when_a_node_gets_them(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    DocumentId noWord = bureau.storeWord("PK but nothing else".getBytes(StandardCharsets.US_ASCII));
    DocumentId noPicture =
        bureau.store(
            "broken.png",
            "image/png",
            "\u0089PNG\r\n\u001a\nrubbish".getBytes(StandardCharsets.ISO_8859_1));
    DocumentId old =
        bureau.store(
            "old.doc",
            "application/msword",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 and so on and so on"
                .repeat(50)
                .getBytes(StandardCharsets.ISO_8859_1));
    ProposalNode node = bureau.add("Target");

    var damaged =
        assertRefused(
            () -> bureau.add("A", NodeContent.wordFile(noWord)), ProposalReason.FILE_DAMAGED);
    assertRefused(() -> bureau.add("B", NodeContent.wordFile(old)), ProposalReason.FILE_OLD_FORMAT);
    assertRefused(
        () ->
            bureau
                .nodes()
                .write(
                    new WriteNode(
                        node.id(), node.version(), new NodeContent.Picture(noPicture, ""))),
        ProposalReason.PICTURE_UNUSABLE);

    assertThat(damaged.get(0).details()).containsEntry("node", "A").containsKey("explanation");
    assertThat(bureau.draw()).isEqualTo("Target");
  }

  @OnEveryStorage
  void a_review_closes_the_tree_until_it_is_sent_back(TestCrm crm) {
    Bureau bureau = Bureau.full(crm);
    ProposalNode node = bureau.nodes().get(bureau.find("Goals"));

    bureau.proposals().submit(bureau.step());
    assertRefused(() -> bureau.write(node, "new"), ProposalReason.NOT_OPEN);
    bureau.proposals().sendBack(bureau.step());
    bureau.write(node, "new");

    assertThat(bureau.proposals().issue(bureau.step()).status()).isEqualTo(ProposalStatus.ISSUED);
  }

  @OnEveryStorage
  void a_proposal_speaks_the_language_and_reckons_in_the_zone_of_its_tenant(TestCrm crm) {
    crm.profile(
        new TenantProfile(
            ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"), Locale.SIMPLIFIED_CHINESE));
    crm.clock().set(Instant.parse("2028-02-28T16:30:00Z"));
    Bureau bureau = Bureau.open(crm, null);
    bureau.add("一", new NodeContent.PlainText("{{proposal.date}} {{deal.seen}} {{customer.name}}"));
    bureau.add("二", new NodeContent.CrmDocument(Press.GOOD));

    Proposal issued = bureau.proposals().issue(bureau.step());

    assertThat(issued.language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    assertThat(DocxText.paragraphs(bureau.content(issue(issued).documentId())))
        .contains("2028年2月29日 2026年1月6日 北风公司", "Price: 1,200.00 in zh");
  }

  private static ProposalIssue issue(Proposal proposal) {
    return java.util.Objects.requireNonNull(proposal.issue());
  }
}

package io.crmkit.proposals.proposal;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.document.DocumentId;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.proposal.AddNode;
import io.crmkit.api.proposal.ContentEdition;
import io.crmkit.api.proposal.CopyNode;
import io.crmkit.api.proposal.CopyProposal;
import io.crmkit.api.proposal.DraftProposal;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.NodePlan;
import io.crmkit.api.proposal.NodePosition;
import io.crmkit.api.proposal.NodeStatus;
import io.crmkit.api.proposal.PlanNode;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalAttributes;
import io.crmkit.api.proposal.ProposalChange;
import io.crmkit.api.proposal.ProposalChange.Kind;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeWritten;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.proposal.Proposals;
import io.crmkit.api.proposal.Proposals.HistoryQuery;
import io.crmkit.api.proposal.TitleNode;
import io.crmkit.api.proposal.WriteNode;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A tree is written by several people, and nothing of it gets lost. */
class TreeTest {

  @OnEveryStorage
  void an_outline_gives_the_chapters_in_the_language_of_the_proposal(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    Proposal chinese =
        bureau
            .proposals()
            .draft(
                new DraftProposal(
                    "两台压机", Bureau.subject(bureau.customer), Locale.CHINA, "solution"));

    assertThat(bureau.draw(chinese.id()))
        .startsWith("客户需求(项目背景 项目目标) 需求分析(现状 差距) 方案设计")
        .endsWith("预算与付款(预算 付款条件)");
    assertThat(bureau.proposals().outlines()).extracting("key").contains("solution", "supply");
  }

  @OnEveryStorage
  void an_unknown_outline_or_customer_is_refused(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    var nobody = new io.crmkit.api.customer.CustomerId(crm.newId());
    var subject =
        new io.crmkit.api.proposal.ProposalSubject(
            nobody, EntityRef.of("customer.customer", nobody));

    assertRefused(
        () ->
            bureau
                .proposals()
                .draft(new DraftProposal("T", Bureau.subject(bureau.customer), null, "no-such")),
        ProposalReason.OUTLINE_UNKNOWN);
    assertRefused(
        () -> bureau.proposals().draft(new DraftProposal("T", subject, null, null)),
        ProposalReason.CUSTOMER_UNKNOWN);
  }

  @OnEveryStorage
  void nodes_are_added_moved_and_numbered(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode needs = bureau.add("Needs");
    ProposalNode design = bureau.add("Design");
    ProposalNode goals = bureau.addBelow(needs, "Goals");
    bureau.add("Summary", NodePosition.before(needs.id()));

    bureau.move(goals, NodePosition.lastIn(design.id()));
    bureau.move(needs, NodePosition.after(design.id()));

    assertThat(bureau.draw()).isEqualTo("Summary Design(Goals) Needs");
    assertThat(bureau.nodes().tree(bureau.id()).inOrder())
        .extracting(branch -> branch.path() + " " + branch.node().title())
        .containsExactly("1 Summary", "2 Design", "2.1 Goals", "3 Needs");
  }

  @OnEveryStorage
  void nodes_put_at_the_same_spot_again_and_again_keep_their_order(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode first = bureau.add("first");
    ProposalNode last = bureau.add("last");
    StringBuilder expected = new StringBuilder("last");
    for (int i = 0; i < 36; i++) {
      bureau.add("n" + i, NodePosition.after(first.id()));
      expected.insert(0, "n" + i + " ");
    }

    assertThat(bureau.draw()).isEqualTo("first " + expected);
    assertThat(bureau.nodes().get(last.id()).version()).as("spaced anew").isEqualTo(2);
  }

  @OnEveryStorage
  void a_move_below_itself_is_refused_and_changes_nothing(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode top = bureau.add("Top");
    ProposalNode below = bureau.addBelow(bureau.addBelow(top, "Middle"), "Below");
    Fingerprint before = crm.fingerprint();

    assertRefused(
        () -> bureau.move(top, NodePosition.lastIn(below.id())), ProposalReason.WOULD_CYCLE);

    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void a_deleted_branch_comes_back_where_it_stood_with_all_it_held(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    bureau.add("A");
    ProposalNode b = bureau.add("B");
    ProposalNode b1 = bureau.write(bureau.addBelow(b, "B1"), "kept");
    bureau.add("C");

    bureau.nodes().remove(bureau.step(b));

    assertThat(bureau.draw()).isEqualTo("A C");
    assertThat(bureau.nodes().tree(bureau.id()).removed())
        .extracting(ProposalNode::title)
        .containsExactly("B");
    assertRefused(() -> bureau.write(b1, "too late"), ProposalReason.NODE_REMOVED);
    assertRefused(() -> bureau.addBelow(b1, "B11"), ProposalReason.NODE_REMOVED);

    bureau.nodes().restore(bureau.step(b));

    assertThat(bureau.draw()).isEqualTo("A B(B1) C");
    assertThat(bureau.nodes().content(b1.id()).orElseThrow().content())
        .isEqualTo(new NodeContent.PlainText("kept"));
  }

  @OnEveryStorage
  void a_copied_branch_is_independent_of_the_original(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode a = bureau.add("A");
    ProposalNode a1 = bureau.write(bureau.addBelow(a, "A1"), "first");
    bureau.add("B");

    ProposalNode copy =
        bureau.nodes().copy(new CopyNode(a.id(), bureau.id(), NodePosition.lastIn(a.id())));

    assertThat(bureau.draw()).isEqualTo("A(A1 A(A1)) B");
    bureau.write(a1, "second");
    ProposalNode copied =
        bureau
            .nodes()
            .tree(bureau.id())
            .branches()
            .get(0)
            .children()
            .get(1)
            .children()
            .get(0)
            .node();
    assertThat(copy.version()).isEqualTo(1);
    assertThat(bureau.nodes().content(copied.id()).orElseThrow().content())
        .isEqualTo(new NodeContent.PlainText("first"));
    assertThat(bureau.nodes().editions(copied.id())).hasSize(1);
  }

  @OnEveryStorage
  void a_branch_is_copied_into_another_proposal_and_not_out_of_a_deleted_one(TestCrm crm) {
    Bureau library = Bureau.open(crm);
    Bureau bureau = Bureau.open(crm);
    ProposalNode a = library.write(library.add("A"), "text");
    library.write(library.addBelow(a, "A1"), "below");
    ProposalNode target = bureau.add("Target");

    ProposalNode copy =
        bureau.nodes().copy(new CopyNode(a.id(), bureau.id(), NodePosition.lastIn(target.id())));

    assertThat(bureau.draw()).isEqualTo("Target(A(A1))");
    assertThat(library.draw()).isEqualTo("A(A1)");
    assertThat(copy.proposalId()).isEqualTo(bureau.id());
    assertRefused(
        () -> bureau.nodes().copy(new CopyNode(a.id(), bureau.id(), NodePosition.lastIn(a.id()))),
        ProposalReason.POSITION_ELSEWHERE);
    library.nodes().remove(library.step(a));
    assertRefused(
        () -> bureau.nodes().copy(new CopyNode(a.id(), bureau.id(), NodePosition.lastAtTop())),
        ProposalReason.NODE_REMOVED);
  }

  @OnEveryStorage
  void a_proposal_is_copied_with_its_tree(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode a = bureau.add("A");
    bureau.write(bureau.addBelow(a, "A1"), "text");
    bureau.nodes().remove(bureau.step(bureau.add("Gone")));

    Proposal copy =
        bureau
            .proposals()
            .copy(new CopyProposal(bureau.id(), "Once more", Bureau.subject(bureau.customer)));

    assertThat(bureau.draw(copy.id())).isEqualTo("A(A1)");
    assertThat(copy.number()).isNotEqualTo(bureau.proposal.number());
    assertThat(bureau.nodes().tree(copy.id()).removed()).isEmpty();
  }

  @OnEveryStorage
  void every_edition_of_a_content_is_kept_with_its_author(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode node = bureau.write(bureau.add("A"), "one");
    crm.clock().advance(java.time.Duration.ofMinutes(5));
    NodeContent table = new NodeContent.Table(List.of(List.of("x", "y"), List.of("1", "")), 1);
    ProposalNode second =
        bureau.nodesAs("bert").write(new WriteNode(node.id(), node.version(), table));

    assertThat(bureau.nodes().editions(node.id()))
        .extracting(ContentEdition::edition, ContentEdition::content, ContentEdition::by)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, table, "bert"),
            org.assertj.core.groups.Tuple.tuple(
                1, new NodeContent.PlainText("one"), TestCrm.ACTOR));
    assertThat(bureau.nodes().editions(node.id()).get(0).at()).isEqualTo(crm.clock().instant());
    assertThat(crm.events(ProposalNodeWritten.class))
        .containsExactly(
            new ProposalNodeWritten(bureau.id(), node.id(), 1),
            new ProposalNodeWritten(bureau.id(), node.id(), 2));
    assertThat(second.version()).isEqualTo(node.version() + 1);
  }

  @OnEveryStorage
  void the_same_content_makes_no_new_edition(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode node = bureau.write(bureau.add("A"), "same");
    Fingerprint before = crm.fingerprint();

    ProposalNode again = bureau.write(node, "same");

    assertThat(again).isEqualTo(node);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void who_works_on_an_old_version_is_told(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode node = bureau.add("A");
    bureau.write(node, "first");

    assertThatThrownBy(() -> bureau.write(node, "second")).isInstanceOf(StaleVersion.class);
  }

  @OnEveryStorage
  void a_lock_on_a_branch_keeps_others_out_until_it_is_lifted(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode a = bureau.add("A");
    ProposalNode a1 = bureau.addBelow(a, "A1");
    bureau.nodesAs("anna").lock(bureau.step(a));

    var reasons = assertRefused(() -> bureau.write(a1, "mine"), ProposalReason.NODE_LOCKED);
    assertRefused(() -> bureau.addBelow(a1, "A11"), ProposalReason.NODE_LOCKED);
    assertRefused(() -> bureau.nodesAs("bert").unlock(bureau.step(a)), ProposalReason.NODE_LOCKED);

    assertThat(reasons.get(0).details()).containsEntry("node", "A").containsEntry("by", "anna");
    bureau
        .nodesAs("anna")
        .write(new WriteNode(a1.id(), a1.version(), new NodeContent.PlainText("hers")));
    bureau.nodes().unlock(bureau.step(a));
    assertThat(bureau.write(bureau.nodes().get(a1.id()), "mine").version()).isEqualTo(3);
  }

  @OnEveryStorage
  void a_plan_says_who_writes_what_by_when(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode node = bureau.add("A");
    NodePlan plan = new NodePlan(NodeStatus.IN_PROGRESS, "anna", LocalDate.of(2028, 2, 29));

    ProposalNode planned = bureau.nodes().plan(new PlanNode(node.id(), node.version(), plan));

    assertThat(bureau.nodes().get(node.id()).plan()).isEqualTo(plan);
    bureau.nodes().plan(new PlanNode(node.id(), planned.version(), NodePlan.open()));
    assertThat(bureau.nodes().get(node.id()).plan()).isEqualTo(NodePlan.open());
  }

  @OnEveryStorage
  void the_history_tells_who_did_what(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode node = bureau.add("A");
    crm.clock().advance(java.time.Duration.ofMinutes(1));
    bureau.nodesAs("anna").title(new TitleNode(node.id(), node.version(), NodeHeading.hidden("B")));

    List<ProposalChange> history =
        bureau.proposals().history(new HistoryQuery(bureau.id(), 10, null)).items();

    assertThat(history).extracting(ProposalChange::kind).first().isEqualTo(Kind.NODE_TITLED);
    assertThat(history.get(0).actor()).isEqualTo("anna");
    assertThat(history.get(0).detail()).isEqualTo("B");
    assertThat(history)
        .extracting(ProposalChange::kind)
        .containsExactlyInAnyOrder(Kind.DRAFTED, Kind.NODE_ADDED, Kind.NODE_TITLED);
  }

  @OnEveryStorage
  void every_fault_of_a_node_is_told(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);

    assertInvalid(
        () ->
            bureau
                .nodes()
                .add(
                    new AddNode(
                        bureau.id(),
                        NodePosition.lastAtTop(),
                        NodeHeading.shown(""),
                        new NodeContent.PlainText("\u0001"))),
        "heading.title",
        "content.text");
  }

  @OnEveryStorage
  void a_file_that_does_not_exist_is_no_content(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);

    assertRefused(
        () -> bureau.add("A", NodeContent.wordFile(new DocumentId(new UUID(9, 9)))),
        ProposalReason.FILE_MISSING);
  }

  @OnEveryStorage
  void a_node_is_added_once_for_one_key(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    AddNode command =
        new AddNode(
            bureau.id(),
            NodePosition.lastAtTop(),
            NodeHeading.shown("A"),
            new NodeContent.Nothing());
    var once = crm.session().once("add-1").get(io.crmkit.api.proposal.ProposalNodes.class);

    assertThat(once.add(command)).isEqualTo(once.add(command));
    assertThat(bureau.draw()).isEqualTo("A");
  }

  @OnEveryStorage
  void whoever_may_not_see_a_proposal_sees_nothing_of_it(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode node = bureau.write(bureau.add("A"), "secret");
    crm.policy(
        request ->
            request.entity() == Proposal.class && request.actor().id().equals("spy")
                ? request.operation() == Operation.READ
                    ? Access.only(ProposalAttributes.OWNER.eq("spy"))
                    : Access.allow()
                : Access.allow());
    var spy = bureau.nodesAs("spy");

    assertThatThrownBy(() -> spy.tree(bureau.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> spy.get(node.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> spy.content(node.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> spy.editions(node.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () ->
                crm.session("spy")
                    .get(Proposals.class)
                    .history(new HistoryQuery(bureau.id(), 1, null)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () ->
                spy.write(new WriteNode(node.id(), node.version(), new NodeContent.PlainText("x"))))
        .isInstanceOf(NotFound.class);
  }
}

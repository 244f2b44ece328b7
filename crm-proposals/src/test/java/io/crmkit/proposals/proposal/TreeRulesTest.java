package io.crmkit.proposals.proposal;

import static io.crmkit.proposals.proposal.Sample.facts;
import static io.crmkit.proposals.proposal.Sample.node;
import static io.crmkit.proposals.proposal.Sample.nodeBelow;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.NodeHold;
import io.crmkit.api.proposal.NodePlan;
import io.crmkit.api.proposal.NodePosition;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.proposal.ProposalStatus;
import io.crmkit.core.spi.rule.Decision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeRulesTest {

  private final ProposalNode one = node(1);
  private final ProposalNode two = nodeBelow(one, 2);
  private final ProposalNode three = nodeBelow(two, 3);
  private final ProposalNode four = node(4);

  @Test
  void a_node_never_gets_below_itself() {
    var decision = TreeRules.move(facts(nodes()), one, NodePosition.lastIn(three.id()));

    assertThat(codes(decision)).containsExactly(ProposalReason.WOULD_CYCLE);
  }

  @Test
  void a_node_beside_its_own_descendant_would_be_below_itself() {
    var decision = TreeRules.move(facts(nodes()), one, NodePosition.before(three.id()));

    assertThat(codes(decision)).containsExactly(ProposalReason.WOULD_CYCLE);
  }

  @Test
  void a_node_of_another_proposal_is_no_neighbour() {
    var decision = TreeRules.move(facts(nodes()), one, NodePosition.after(Sample.id(99)));

    assertThat(codes(decision)).containsExactly(ProposalReason.POSITION_ELSEWHERE);
  }

  @Test
  void everything_that_is_wrong_with_a_move_is_told() {
    ProposalNode locked = one.withHold(lockedBy("bert"));
    ProposalNode removed =
        four.withHold(NodeHold.none().withRemovedBy("bert").withRemovedAt(Sample.NOW));
    TreeFacts issued =
        new TreeFacts(
            Sample.proposal(ProposalStatus.ISSUED),
            new NodeTree(List.of(locked, two, three, removed)),
            "anna",
            Sample.NOW);

    var decision = TreeRules.move(issued, two, NodePosition.lastIn(removed.id()));

    assertThat(codes(decision))
        .containsExactly(
            ProposalReason.NOT_OPEN, ProposalReason.NODE_LOCKED, ProposalReason.NODE_REMOVED);
  }

  @Test
  void a_lock_above_keeps_others_out_and_lets_its_holder_in() {
    List<ProposalNode> locked = List.of(one.withHold(lockedBy("bert")), two, three);
    NodeHeading heading = NodeHeading.shown("New");

    assertThat(codes(TreeRules.title(facts(locked, "anna"), three, heading)))
        .containsExactly(ProposalReason.NODE_LOCKED);
    assertThat(codes(TreeRules.title(facts(locked, "bert"), three, heading))).isEmpty();
  }

  @Test
  void nobody_deletes_a_branch_in_which_another_has_locked_something() {
    List<ProposalNode> locked = List.of(one, two, three.withHold(lockedBy("bert")));

    assertThat(codes(TreeRules.remove(facts(locked, "anna"), one)))
        .containsExactly(ProposalReason.NODE_LOCKED);
  }

  @Test
  void who_answers_for_the_branch_may_unlock_it() {
    ProposalNode locked = two.withHold(lockedBy("bert"));
    List<ProposalNode> nodes = List.of(one.withPlan(NodePlan.of("carl")), locked, three);

    assertThat(codes(TreeRules.unlock(facts(nodes, "anna"), locked)))
        .containsExactly(ProposalReason.NODE_LOCKED);
    assertThat(codes(TreeRules.unlock(facts(nodes, "carl"), locked))).isEmpty();
    assertThat(codes(TreeRules.unlock(facts(nodes, "olga"), locked)))
        .as("the proposal's owner")
        .isEmpty();
  }

  @Test
  void a_node_is_not_restored_into_a_deleted_branch() {
    NodeHold removed = NodeHold.none().withRemovedBy("anna").withRemovedAt(Sample.NOW);
    ProposalNode below = two.withHold(removed);
    List<ProposalNode> nodes = List.of(one.withHold(removed), below, three);

    assertThat(codes(TreeRules.restore(facts(nodes), below)))
        .containsExactly(ProposalReason.NODE_REMOVED);
  }

  @Test
  void a_tree_has_a_greatest_depth_and_size() {
    List<ProposalNode> chain = new ArrayList<>(List.of(node(1)));
    for (int i = 2; i <= TreeRules.MAX_NODES; i++) {
      boolean deep = i <= TreeRules.MAX_DEPTH;
      chain.add(deep ? nodeBelow(chain.get(i - 2), i) : node(i));
    }
    ProposalNode deepest = chain.get(TreeRules.MAX_DEPTH - 1);

    var decision =
        TreeRules.add(
            facts(chain),
            TreeRules.Newcomers.one(node(9_999), List.of()),
            NodePosition.lastIn(deepest.id()));

    assertThat(codes(decision))
        .containsExactly(ProposalReason.TOO_DEEP, ProposalReason.TOO_MANY_NODES);
  }

  private List<ProposalNode> nodes() {
    return List.of(one, two, three, four);
  }

  private static NodeHold lockedBy(String actor) {
    return NodeHold.none().withLockedBy(actor).withLockedAt(Sample.NOW);
  }

  private static List<ReasonCode> codes(Decision<?> decision) {
    return decision instanceof Decision.Rejected<?> rejected
        ? rejected.reasons().stream().map(Reason::code).toList()
        : List.of();
  }
}

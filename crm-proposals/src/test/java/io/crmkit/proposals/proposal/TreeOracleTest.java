package io.crmkit.proposals.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.proposal.NodePosition;
import io.crmkit.api.proposal.NodePosition.Where;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalTree.Branch;
import io.crmkit.core.spi.rule.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Random operations leave the tree as it would be on paper, and refuse what paper refuses. */
class TreeOracleTest {

  enum Deed {
    ADD,
    MOVE,
    REMOVE,
    RESTORE
  }

  /** What to do with which nodes, chosen among those there are by remainder. */
  record Operation(Deed deed, int node, Where where, int neighbour) {}

  @Provide
  Arbitrary<List<Operation>> operations() {
    Arbitrary<Deed> deeds =
        Arbitraries.of(
            Deed.ADD,
            Deed.ADD,
            Deed.ADD,
            Deed.MOVE,
            Deed.MOVE,
            Deed.MOVE,
            Deed.REMOVE,
            Deed.RESTORE);
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 1_000).withoutEdgeCases();
    return Combinators.combine(deeds, numbers, Arbitraries.of(Where.class), numbers)
        .as(Operation::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(120);
  }

  @Property(tries = 300)
  void the_tree_stays_as_on_paper(@ForAll("operations") List<Operation> operations) {
    OracleTree paper = new OracleTree();
    Map<ProposalNodeId, ProposalNode> nodes = new HashMap<>();
    List<ProposalNodeId> ids = new ArrayList<>();
    for (Operation operation : operations) {
      boolean done = apply(operation, nodes, ids);
      assertThat(done).as(operation.toString()).isEqualTo(applyOnPaper(operation, paper, ids));
      if (done && operation.deed() == Deed.ADD) {
        ids.add(Sample.id(ids.size() + 1));
      }
      assertThat(draw(new NodeTree(nodes.values()).branches())).isEqualTo(paper.draw());
      Statistics.collect(operation.deed(), done);
    }
  }

  /** Does it by the rules; false if they refuse. A new node gets the next number. */
  private static boolean apply(
      Operation operation, Map<ProposalNodeId, ProposalNode> nodes, List<ProposalNodeId> ids) {
    TreeFacts facts = Sample.facts(nodes.values());
    if (operation.deed() == Deed.ADD) {
      ProposalNode fresh = Sample.node(ids.size() + 1);
      return settle(
          TreeRules.add(facts, TreeRules.Newcomers.one(fresh, List.of()), position(operation, ids)),
          nodes);
    }
    if (ids.isEmpty()) {
      return false;
    }
    ProposalNode node = nodes.get(pick(ids, operation.node()));
    return switch (operation.deed()) {
      case REMOVE -> save(TreeRules.remove(facts, node), nodes);
      case RESTORE -> save(TreeRules.restore(facts, node), nodes);
      default -> settle(TreeRules.move(facts, node, position(operation, ids)), nodes);
    };
  }

  private static boolean applyOnPaper(
      Operation operation, OracleTree paper, List<ProposalNodeId> ids) {
    if (operation.deed() == Deed.ADD) {
      return paper.add(Sample.id(ids.size() + 1), position(operation, ids));
    }
    if (ids.isEmpty()) {
      return false;
    }
    ProposalNodeId node = pick(ids, operation.node());
    return switch (operation.deed()) {
      case REMOVE -> paper.remove(node);
      case RESTORE -> paper.restore(node);
      default -> paper.move(node, position(operation, ids));
    };
  }

  private static NodePosition position(Operation operation, List<ProposalNodeId> ids) {
    boolean top = ids.isEmpty() || operation.where() == Where.LAST_AT_TOP;
    return top
        ? NodePosition.lastAtTop()
        : new NodePosition(operation.where(), pick(ids, operation.neighbour()));
  }

  private static ProposalNodeId pick(List<ProposalNodeId> ids, int number) {
    return ids.get(number % ids.size());
  }

  private static boolean settle(
      Decision<TreeRules.Placed> decision, Map<ProposalNodeId, ProposalNode> nodes) {
    if (decision instanceof Decision.Accepted<TreeRules.Placed> accepted) {
      nodes.put(accepted.state().node().id(), accepted.state().node());
      accepted.state().respaced().forEach(node -> nodes.put(node.id(), node));
      return true;
    }
    return false;
  }

  private static boolean save(
      Decision<ProposalNode> decision, Map<ProposalNodeId, ProposalNode> nodes) {
    if (decision instanceof Decision.Accepted<ProposalNode> accepted) {
      nodes.put(accepted.state().id(), accepted.state());
      return true;
    }
    return false;
  }

  private static String draw(List<Branch> branches) {
    return branches.stream()
        .map(
            branch ->
                branch.node().title()
                    + (branch.children().isEmpty() ? "" : "(" + draw(branch.children()) + ")"))
        .collect(Collectors.joining(" "));
  }
}

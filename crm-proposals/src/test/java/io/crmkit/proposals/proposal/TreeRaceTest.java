package io.crmkit.proposals.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.proposal.MoveNode;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodePosition;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.proposal.WriteNode;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.PlainWords;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/** People who work at the same moment. */
class TreeRaceTest {

  @OnEveryStorage
  void people_who_write_different_nodes_do_not_disturb_each_other(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    List<ProposalNode> nodes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      nodes.add(bureau.add("N" + i));
    }

    Race.of(6, i -> bureau.write(nodes.get(i), "text " + i)).allWon();

    for (int i = 0; i < 6; i++) {
      assertThat(bureau.nodes().content(nodes.get(i).id()).orElseThrow().content())
          .isEqualTo(new NodeContent.PlainText("text " + i));
    }
  }

  @OnEveryStorage
  void of_those_who_write_the_same_node_one_succeeds_and_the_others_are_told(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode node = bureau.add("A");

    Race<ProposalNode> race =
        Race.of(
            4,
            i ->
                bureau
                    .nodes()
                    .write(
                        new WriteNode(
                            node.id(), node.version(), new NodeContent.PlainText("by " + i))));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).hasSize(3).allMatch(StaleVersion.class::isInstance);
    assertThat(bureau.nodes().editions(node.id())).hasSize(1);
  }

  @OnEveryStorage
  void two_moves_that_together_would_make_a_cycle_do_not_both_happen(TestCrm crm) {
    for (int round = 0; round < 5; round++) {
      Bureau bureau = Bureau.open(crm);
      ProposalNode a = bureau.add("A");
      ProposalNode b = bureau.add("B");

      Race<ProposalNode> race =
          Race.between(
              List.of(
                  () -> move(bureau, a, NodePosition.lastIn(b.id())),
                  () -> move(bureau, b, NodePosition.lastIn(a.id()))));

      assertThat(race.won()).hasSize(1);
      assertThat(race.lost())
          .singleElement()
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.reasons())
                      .extracting("code")
                      .containsExactly(ProposalReason.WOULD_CYCLE));
      assertThat(bureau.draw()).isIn("B(A)", "A(B)");
    }
  }

  private static ProposalNode move(Bureau bureau, ProposalNode node, NodePosition position) {
    return bureau.nodes().move(new MoveNode(node.id(), node.version(), position));
  }

  @OnEveryStorage
  void nodes_added_at_the_same_place_at_once_all_stand_there(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    ProposalNode first = bureau.add("first");
    bureau.add("last");

    Race.of(6, i -> bureau.add("n" + i, NodePosition.after(first.id()))).allWon();

    assertThat(bureau.nodes().tree(bureau.id()).branches())
        .hasSize(8)
        .extracting(branch -> branch.node().place().siblingRank())
        .doesNotHaveDuplicates();
    assertThat(bureau.draw()).startsWith("first ").endsWith(" last");
  }

  @OnEveryStorage
  void random_work_leaves_the_tree_as_on_paper(TestCrm crm) {
    Bureau bureau = Bureau.open(crm);
    OracleTree paper = new OracleTree();
    Random random = crm.random();
    List<ProposalNodeId> ids = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      NodePosition position = position(random, ids);
      if (ids.size() < 4 || random.nextInt(3) == 0) {
        ProposalNode node = tried(() -> bureau.add("n" + (titles.size() + 1), position));
        if (node != null) {
          ids.add(node.id());
          titles.add(node.title());
          paper.add(node.id(), node.title(), position);
        }
      } else {
        ProposalNodeId id = ids.get(random.nextInt(ids.size()));
        int deed = random.nextInt(5);
        boolean done = tried(() -> work(bureau, deed, id, position)) != null;
        assertThat(done).isEqualTo(onPaper(paper, deed, id, position));
      }
      assertThat(bureau.draw()).isEqualTo(paper.draw());
    }
    assertThat(new HashSet<>(titles)).hasSameSizeAs(titles);
  }

  private static ProposalNode work(
      Bureau bureau, int deed, ProposalNodeId id, NodePosition position) {
    ProposalNode node = bureau.nodes().get(id);
    return switch (deed) {
      case 0 -> bureau.nodes().remove(bureau.step(node));
      case 1 -> bureau.nodes().restore(bureau.step(node));
      default -> bureau.move(node, position);
    };
  }

  private static boolean onPaper(
      OracleTree paper, int deed, ProposalNodeId id, NodePosition position) {
    return switch (deed) {
      case 0 -> paper.remove(id);
      case 1 -> paper.restore(id);
      default -> paper.move(id, position);
    };
  }

  private static NodePosition position(Random random, List<ProposalNodeId> ids) {
    NodePosition.Where where =
        NodePosition.Where.values()[random.nextInt(NodePosition.Where.values().length)];
    return ids.isEmpty() || where == NodePosition.Where.LAST_AT_TOP
        ? NodePosition.lastAtTop()
        : new NodePosition(where, ids.get(random.nextInt(ids.size())));
  }

  private static ProposalNode tried(java.util.function.Supplier<ProposalNode> work) {
    try {
      return work.get();
    } catch (Refused e) {
      e.reasons().forEach(PlainWords::assertPlain);
      return null;
    }
  }
}

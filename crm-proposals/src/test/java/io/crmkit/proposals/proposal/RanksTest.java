package io.crmkit.proposals.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.proposal.ProposalNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RanksTest {

  @Test
  void a_node_between_two_others_leaves_them_alone() {
    List<ProposalNode> siblings = List.of(Sample.node(1), Sample.node(2));

    Ranks.Slot slot = Ranks.slot(null, siblings, 1);

    assertThat(slot.respaced()).isEmpty();
    assertThat(slot.place().siblingRank()).isBetween(Ranks.GAP + 1, 2 * Ranks.GAP - 1);
  }

  @Test
  void a_gap_that_is_used_up_spaces_the_siblings_anew() {
    List<ProposalNode> siblings = new ArrayList<>(List.of(Sample.node(1), Sample.node(2)));
    int respacings = 0;
    for (int number = 3; number < 103; number++) {
      Ranks.Slot slot = Ranks.slot(null, siblings, 1);
      respacings += slot.respaced().isEmpty() ? 0 : 1;
      insert(siblings, slot, number, 1);
    }

    assertThat(respacings).isBetween(2, 4);
    assertThat(titles(siblings)).startsWith("n1", "n102", "n101").endsWith("n3", "n2");
  }

  @Property
  void ranks_keep_the_order_of_a_list(
      @ForAll @Size(max = 200) List<@IntRange(max = 1_000) Integer> indexes) {
    List<ProposalNode> siblings = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    int number = 0;
    for (int wish : indexes) {
      int index = wish % (siblings.size() + 1);
      insert(siblings, Ranks.slot(null, siblings, index), ++number, index);
      expected.add(index, "n" + number);
    }

    assertThat(titles(new NodeTree(siblings).children(null))).isEqualTo(expected);
  }

  @Test
  void the_ends_of_all_numbers_are_no_obstacle() {
    ProposalNode last =
        Sample.node(1).withPlace(new io.crmkit.api.proposal.NodePlace(null, Long.MAX_VALUE));

    Ranks.Slot slot = Ranks.slot(null, List.of(last), 1);

    assertThat(slot.respaced()).hasSize(1);
    assertThat(slot.place().siblingRank())
        .isGreaterThan(slot.respaced().get(0).place().siblingRank());
  }

  private static void insert(List<ProposalNode> siblings, Ranks.Slot slot, int number, int index) {
    for (int i = 0; i < slot.respaced().size(); i++) {
      siblings.set(i, slot.respaced().get(i));
    }
    siblings.add(index, Sample.node(number).withPlace(slot.place()));
  }

  private static List<String> titles(List<ProposalNode> nodes) {
    return nodes.stream().map(ProposalNode::title).toList();
  }
}
